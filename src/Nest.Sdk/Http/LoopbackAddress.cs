using System.Net;

namespace Nest.Sdk.Http;

/// <summary>
/// Recognizes addresses that lead to this machine only, so that plain HTTP may carry the token there.
/// </summary>
internal static class LoopbackAddress
{
    /// <summary>Whether the host is <c>localhost</c> or a loopback address.</summary>
    /// <remarks>
    /// No other name matches, not even <c>localhost.</c> and <c>x.localhost</c>, because the resolver decides what they
    /// mean. .NET itself converts <c>127.1</c> to 127.0.0.1, and the host <c>loopback</c> to localhost.
    /// </remarks>
    public static bool Matches(Uri address) => address.HostNameType switch
    {
        UriHostNameType.Dns => address.Host == "localhost",
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip),
        _ => false,
    };
}
