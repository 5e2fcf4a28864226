namespace Nest.Sdk.Wwn;

/// <summary>
/// Normalizes an allowed host like the host of a URI: IDN-encoded, IPv6 in its short form and without brackets.
/// </summary>
internal static class AllowedHost
{
    private const string AllBelow = "*.";

    /// <returns>The host or the pattern. Null when it is invalid.</returns>
    public static string? Spell(string host)
    {
        var isPattern = host.StartsWith(AllBelow, StringComparison.Ordinal);
        var name = isPattern ? host[AllBelow.Length..] : host;
        var type = Uri.CheckHostName(name);
        // An address has no subdomains.
        if (type is UriHostNameType.Unknown || (isPattern && type is not UriHostNameType.Dns))
            return null;
        var authority = type is UriHostNameType.IPv6 && !name.StartsWith('[') ? $"[{name}]" : name;
        return Uri.TryCreate($"https://{authority}/", UriKind.Absolute, out var address) ? (isPattern ? AllBelow : "") + address.IdnHost : null;
    }
}
