namespace Nest.Sdk.Http;

/// <summary>The hosts to which a request with the token may be redirected.</summary>
/// <param name="endpoint">The entry endpoint that the user configured. Its host is allowed.</param>
/// <param name="allowedHosts">
/// Further host names, of the backend and of the user. <c>*.example.com</c> matches every name below example.com.
/// </param>
internal sealed class RedirectRules(Uri endpoint, IReadOnlyList<string> allowedHosts)
{
    public bool Allows(Uri from, Uri to)
    {
        if (to.UserInfo.Length > 0)
            return false;
        // Plain HTTP is for fake servers on this machine only: from loopback to loopback.
        if (to.Scheme == Uri.UriSchemeHttp)
            return from.Scheme == Uri.UriSchemeHttp && LoopbackAddress.Matches(from) && LoopbackAddress.Matches(to);
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
