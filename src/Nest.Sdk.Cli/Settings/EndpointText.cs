using System.Text.RegularExpressions;

namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// Addresses as they are printed: a user, a password, a query and a fragment may be secret and are never shown.
/// </summary>
internal static partial class EndpointText
{
    /// <summary>Scheme, host and port. The port is omitted where it is the usual one.</summary>
    public static string Origin(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.SafeUnescaped);

    /// <summary>A text that may not be a valid address, without the parts that may be secret.</summary>
    public static string Quote(string text)
    {
        var host = text[(text.LastIndexOf('@') + 1)..];
        return $"'{(host.IndexOfAny(['?', '#']) is >= 0 and var end ? host[..end] : host)}'";
    }

    /// <summary>Removes users and passwords from the addresses in a text.</summary>
    public static string WithoutUsers(string text) => User().Replace(text, "://");

    [GeneratedRegex(@"://\S*@", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex User();
}
