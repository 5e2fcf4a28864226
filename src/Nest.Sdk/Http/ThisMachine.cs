using System.Net;

namespace Nest.Sdk.Http;

/// <summary>Which addresses lead to this machine and nowhere else, so that plain http may carry the token there.</summary>
internal static class ThisMachine
{
    /// <summary>Whether the host is <c>localhost</c> or a loopback address.</summary>
    /// <remarks>No other name, <c>localhost.</c> and <c>x.localhost</c> included: a name means what the resolver says. .NET itself turns <c>127.1</c> into 127.0.0.1, and the host <c>loopback</c> into localhost.</remarks>
    public static bool IsAt(Uri address) => address.HostNameType switch
    {
        UriHostNameType.Dns => address.Host == "localhost",
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip),
        _ => false,
    };
}
