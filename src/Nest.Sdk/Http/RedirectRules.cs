namespace Nest.Sdk.Http;

/// <summary>Which hosts a request with the token may be redirected to.</summary>
/// <param name="endpoint">The entry endpoint that the user configured: its own host is allowed.</param>
/// <param name="allowedHosts">Further host names, of the backend and of the user; <c>*.example.com</c> stands for every name below example.com.</param>
internal sealed class RedirectRules(Uri endpoint, IReadOnlyList<string> allowedHosts)
{
    public bool Allows(Uri from, Uri to)
    {
        if (to.UserInfo.Length > 0)
            return false;
        // Plain http exists for fake servers on this machine only: from loopback to loopback.
        if (to.Scheme == Uri.UriSchemeHttp)
            return from.Scheme == Uri.UriSchemeHttp && ThisMachine.IsAt(from) && ThisMachine.IsAt(to);
        return to.Scheme == Uri.UriSchemeHttps && IsAllowedHost(to.IdnHost);
    }

    private bool IsAllowedHost(string host)
    {
        if (string.Equals(host, endpoint.IdnHost, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var allowed in allowedHosts)
        {
            if (Matches(allowed, host))
                return true;
        }

        return false;
    }

    private static bool Matches(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length >= pattern.Length && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);
}
