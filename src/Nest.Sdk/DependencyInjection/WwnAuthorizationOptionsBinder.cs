using Microsoft.Extensions.Configuration;
using Nest.Sdk.Wwn;
using static Nest.Sdk.DependencyInjection.ConfigurationEntries;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Reads the options of authorization from a configuration section.</summary>
internal static class WwnAuthorizationOptionsBinder
{
    public static void Bind(IConfiguration section, WwnAuthorizationOptions options) => Read<WwnAuthorizationOptions>(section, entry => Set(entry, options));

    private static string? Set(IConfigurationSection entry, WwnAuthorizationOptions options) => entry.Key.ToUpperInvariant() switch
    {
        "CLIENTID" => Done(() => options.ClientId = entry.Value),
        "CLIENTSECRET" => Secret(entry, options),
        "REDIRECTURI" => Address(entry, value => options.RedirectUri = value, "http://localhost:7777/nest"),
        "AUTHORIZATIONENDPOINT" => Address(entry, value => options.AuthorizationEndpoint = value, "https://home.nest.com/login/oauth2"),
        "TOKENENDPOINT" => Address(entry, value => options.TokenEndpoint = value, "https://api.home.nest.com/oauth2/access_token"),
        "CONNECTTIMEOUT" => Duration(entry, value => options.ConnectTimeout = value),
        "RESPONSETIMEOUT" => Duration(entry, value => options.ResponseTimeout = value),
        _ => Unknown<WwnAuthorizationOptions>(entry),
    };

    private static string? Secret(IConfigurationSection entry, WwnAuthorizationOptions options) => ClientSecret.TryParse(entry.Value, out var secret)
        ? Done(() => options.ClientSecret = secret)
        : $"{entry.Path} is blank or contains invalid characters. Copy the whole client secret again.";
}
