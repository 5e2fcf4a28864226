using System.Net;

namespace Nest.Sdk.Testing;

/// <summary>What is wrong with the options of a fake is said before it starts.</summary>
internal static class FakeNestServerChecks
{
    // Any clock that tells a year of ours can still add it.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(36_525);

    public static void ThrowIfInvalid(FakeNestServerOptions options)
    {
        Require(options.TimeProvider is not null, "TimeProvider must not be null; TimeProvider.System is the machine's clock.");
        Require(options.Port is >= 0 and <= IPEndPoint.MaxPort, $"Port ({options.Port}) must be 1 to {IPEndPoint.MaxPort}, or 0 for a free one.");
        Require(
            options.KeepAlivePeriod > TimeSpan.Zero && options.KeepAlivePeriod <= Fault.LongestTimer,
            $"KeepAlivePeriod ({options.KeepAlivePeriod}) must be longer than zero and no longer than {Fault.LongestTimer.Days} days.");
        Require(options.MaxPendingStreamBytes > 0, $"MaxPendingStreamBytes ({options.MaxPendingStreamBytes}) must be 1 at least.");
        Require(
            options.TokenLifetime >= TimeSpan.FromSeconds(1) && options.TokenLifetime <= LongestLife,
            $"TokenLifetime ({options.TokenLifetime}) must be a second at least and {LongestLife.Days:N0} days (a century) at most.");
        Require(options.MaxUsers > 0, $"MaxUsers ({options.MaxUsers}) must be 1 at least.");
        Require(options.RedirectUris is not null, "RedirectUris must not be null; with none users get a PIN.");
        foreach (var uri in options.RedirectUris!)
        {
            Require(IsRedirectUri(uri), $"RedirectUris has '{uri}'; each must be an absolute https address without a fragment, or http on localhost.");
        }

        var limits = options.RateLimits?.Mistake;
        Require(limits is null, limits!);

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new ArgumentException(message, nameof(options));
            }
        }
    }

    private static bool IsRedirectUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.Host == "localhost"));
}
