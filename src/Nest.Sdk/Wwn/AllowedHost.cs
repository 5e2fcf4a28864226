namespace Nest.Sdk.Wwn;

/// <summary>Spells an allowed host as addresses do: other scripts encoded, IPv6 in its short form and without brackets.</summary>
internal static class AllowedHost
{
    private const string AllBelow = "*.";

    /// <returns>The host, or the pattern; null when it is none.</returns>
    public static string? Spell(string host)
    {
        var isPattern = host.StartsWith(AllBelow, StringComparison.Ordinal);
        var name = isPattern ? host[AllBelow.Length..] : host;
        var type = Uri.CheckHostName(name);
        // Nothing lies below an address.
        if (type is UriHostNameType.Unknown || (isPattern && type is not UriHostNameType.Dns))
            return null;
        var authority = type is UriHostNameType.IPv6 && !name.StartsWith('[') ? $"[{name}]" : name;
        return Uri.TryCreate($"https://{authority}/", UriKind.Absolute, out var address) ? (isPattern ? AllBelow : "") + address.IdnHost : null;
    }
}
