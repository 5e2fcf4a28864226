using System.Net;
using Nest.Sdk.Testing.Google;

namespace Nest.Sdk.Testing;

/// <summary>Validates the options of a fake Google.</summary>
internal static class FakeGoogleChecks
{
    // Small enough to add to any realistic date.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(36_525);

    public static void ThrowIfInvalid(FakeGoogleOptions options)
    {
        Require(options.Port is >= 0 and <= IPEndPoint.MaxPort, $"Port ({options.Port}) must be 1 to {IPEndPoint.MaxPort}, or 0 for a free one.");
        Require(
            options.ProjectId is null || (options.ProjectId.Length > 0 && options.ProjectId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')),
            $"ProjectId ('{options.ProjectId}') must have only letters, digits, '-' and '_', or be null for a random one.");
        Require(
            options.TokenLifetime >= TimeSpan.FromSeconds(1) && options.TokenLifetime <= LongestLife,
            $"TokenLifetime ({options.TokenLifetime}) must be from 1 s to {LongestLife.Days:N0} days (100 years).");
        Require(options.RedirectUris is not null, "RedirectUris must not be null. When it is empty, https://www.google.com and loopback addresses are allowed.");
        foreach (var uri in options.RedirectUris!)
            Require(Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Fragment.Length == 0, $"RedirectUris contains '{uri}'. Each must be an absolute URI without a fragment.");

        Require(options.Scopes is { Count: > 0 }, "Scopes must not be null or empty.");
        foreach (var scope in options.Scopes!)
            Require(GoogleScopes.IsKnown(scope), $"Scopes contains '{scope}', which the fake does not know. Use whole addresses, such as {GoogleScopes.Sdm}.");

        Require(
            options.AckDeadline >= TimeSpan.FromSeconds(10) && options.AckDeadline <= TimeSpan.FromMinutes(10) && options.AckDeadline.Ticks % TimeSpan.TicksPerSecond == 0,
            $"AckDeadline ({options.AckDeadline}) must be from 10 s to 10 minutes, in whole seconds.");

        var quotas = options.Quotas?.Mistake;
        Require(quotas is null, quotas!);

        void Require(bool holds, string message)
        {
            if (!holds)
                throw new ArgumentException(message, nameof(options));
        }
    }
}
