using System.Net;
using Nest.Sdk.Cli.Console;

namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// Validates every address that a secret is sent to: https, or http to this machine, and nothing but scheme, host, port
/// and path.
/// </summary>
internal static class EndpointRule
{
    private const string Example = "Write it like https://developer-api.nest.com/.";

    /// <param name="source">The option or the environment variable, for the message.</param>
    /// <param name="text">The address.</param>
    /// <exception cref="UsageException">The address is invalid.</exception>
    public static Uri Parse(string source, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            throw new UsageException($"{source} is {EndpointText.Quote(text)}, which is not a valid address. {Example}");
        ThrowIfInvalid(source, address);
        return address;
    }

    /// <param name="source">What contains the address, for the message.</param>
    /// <param name="address">The address.</param>
    /// <exception cref="UsageException">The address is invalid.</exception>
    public static void ThrowIfInvalid(string source, Uri address)
    {
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new UsageException($"{source} names {EndpointText.Origin(address)} with a user, a query or a fragment. Remove them: tokens and client secrets are never part of an address.");
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            throw new UsageException($"{source} is {EndpointText.Quote(address.OriginalString)}, which is not an HTTP address. {Example}");
        if (address.Scheme == Uri.UriSchemeHttp && !IsThisMachine(address))
            throw new UsageException($"{source} is {EndpointText.Quote(address.OriginalString)}, which would send secrets in plain text. Use https. Plain http is allowed for this machine only: localhost, 127.0.0.1 or [::1].");
    }

    /// <summary>As the library decides it: other names are the resolver's, whatever they end in.</summary>
    private static bool IsThisMachine(Uri address) => address.HostNameType switch
    {
        UriHostNameType.Dns => address.Host == "localhost",
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip),
        _ => false,
    };
}
