using System.Net;

namespace Nest.Sdk.Testing;

/// <summary>Validates the options of a fake.</summary>
internal static class FakeNestServerChecks
{
    // Small enough to add to any realistic date.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(36_525);

    public static void ThrowIfInvalid(FakeNestServerOptions options)
    {
        Require(options.TimeProvider is not null, "TimeProvider must not be null. TimeProvider.System is the system clock.");
        Require(options.Port is >= 0 and <= IPEndPoint.MaxPort, $"Port ({options.Port}) must be 1 to {IPEndPoint.MaxPort}, or 0 for a free one.");
        Require(
            options.KeepAlivePeriod > TimeSpan.Zero && options.KeepAlivePeriod <= Fault.LongestTimer,
            $"KeepAlivePeriod ({options.KeepAlivePeriod}) must be positive and at most {Fault.LongestTimer.Days} days.");
        Require(options.MaxPendingStreamBytes > 0, $"MaxPendingStreamBytes ({options.MaxPendingStreamBytes}) must be at least 1.");
        Require(
            options.TokenLifetime >= TimeSpan.FromSeconds(1) && options.TokenLifetime <= LongestLife,
            $"TokenLifetime ({options.TokenLifetime}) must be from 1 s to {LongestLife.Days:N0} days (100 years).");
        Require(options.MaxUsers > 0, $"MaxUsers ({options.MaxUsers}) must be at least 1.");
        Require(options.RedirectUris is not null, "RedirectUris must not be null. When it is empty, users get a PIN.");
        foreach (var uri in options.RedirectUris!)
            Require(IsRedirectUri(uri), $"RedirectUris contains '{uri}'. Each must be an absolute https URI without a fragment, or http on localhost.");

        var limits = options.RateLimits?.Mistake;
        Require(limits is null, limits!);

        void Require(bool holds, string message)
        {
            if (!holds)
                throw new ArgumentException(message, nameof(options));
        }
    }

    private static bool IsRedirectUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.Host == "localhost"));
}
