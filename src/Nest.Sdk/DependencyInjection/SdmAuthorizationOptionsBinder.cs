using Microsoft.Extensions.Configuration;
using Nest.Sdk.Sdm;
using static Nest.Sdk.DependencyInjection.ConfigurationEntries;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Reads the options of Google's authorization from a configuration section.</summary>
internal static class SdmAuthorizationOptionsBinder
{
    public static void Bind(IConfiguration section, SdmAuthorizationOptions options) => Read<SdmAuthorizationOptions>(section, entry => Set(entry, options));

    private static string? Set(IConfigurationSection entry, SdmAuthorizationOptions options) => entry.Key.ToUpperInvariant() switch
    {
        "PROJECTID" => Done(() => options.ProjectId = entry.Value),
        "CLIENTID" => Done(() => options.ClientId = entry.Value),
        "CLIENTSECRET" => Secret(entry, options),
        "REDIRECTURI" => Address(entry, value => options.RedirectUri = value, "http://127.0.0.1:7777/"),
        "SCOPES" => Done(() => options.Scopes = Scopes(entry)),
        "USEPKCE" => Flag(entry, value => options.UsePkce = value),
        "AUTHORIZATIONENDPOINT" => Address(entry, value => options.AuthorizationEndpoint = value, "https://nestservices.google.com/partnerconnections/"),
        "TOKENENDPOINT" => Address(entry, value => options.TokenEndpoint = value, "https://oauth2.googleapis.com/token"),
        "CONNECTTIMEOUT" => Duration(entry, value => options.ConnectTimeout = value),
        "RESPONSETIMEOUT" => Duration(entry, value => options.ResponseTimeout = value),
        _ => Unknown<SdmAuthorizationOptions>(entry),
    };

    private static string? Secret(IConfigurationSection entry, SdmAuthorizationOptions options) => ClientSecret.TryParse(entry.Value, out var secret)
        ? Done(() => options.ClientSecret = secret)
        : $"{entry.Path} is blank or contains invalid characters. Copy the whole client secret again.";

    /// <summary>Reads a list, or one text with blanks between the scopes.</summary>
    private static string[] Scopes(IConfigurationSection entry) =>
        entry.Value is { } text ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [.. entry.GetChildren().Select(static each => each.Value ?? "")];
}
