using Microsoft.Extensions.Configuration;
using Nest.Sdk.Wwn;
using static Nest.Sdk.DependencyInjection.ConfigurationEntries;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Reads the options of Works with Nest from the section <c>Wwn</c> of a client's configuration.</summary>
internal static class WwnOptionsBinder
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Wwn";

    /// <summary>The keys. Also used to report a key that is outside the section.</summary>
    public static readonly string[] Keys = [nameof(WwnOptions.Endpoint), nameof(WwnOptions.AccessToken), nameof(WwnOptions.AllowedHosts), nameof(WwnOptions.IdleTimeout), nameof(WwnOptions.FirstDocumentTimeout)];

    /// <returns>The errors in the section. Null when everything was set.</returns>
    public static string? Bind(IConfigurationSection section, NestClientOptions options)
    {
        string? failure = null;
        options.UseWwn(wwn => failure = Inner(section, entry => Set(entry, wwn)));
        return failure;
    }

    private static string? Set(IConfigurationSection entry, WwnOptions options) => entry.Key.ToUpperInvariant() switch
    {
        "ACCESSTOKEN" => Token(entry, options),
        "ENDPOINT" => Address(entry, value => options.Endpoint = value, "https://developer-api.nest.com/"),
        "ALLOWEDHOSTS" => Hosts(entry, options),
        "IDLETIMEOUT" => Duration(entry, value => options.IdleTimeout = value),
        "FIRSTDOCUMENTTIMEOUT" => Duration(entry, value => options.FirstDocumentTimeout = value),
        _ => Unknown<WwnOptions>(entry),
    };

    private static string? Token(IConfigurationSection entry, WwnOptions options) => AccessToken.TryParse(entry.Value, out var token)
        ? Done(() => options.AccessToken = token)
        : $"{entry.Path} {SecretFlaws.Of(entry.Value) ?? "is blank or contains invalid characters. Copy the whole token again."}";

    private static string? Hosts(IConfigurationSection entry, WwnOptions options) => Done(() =>
    {
        foreach (var host in entry.GetChildren().Select(child => child.Value).Prepend(entry.Value))
        {
            // An empty list comes as an empty value.
            if (!string.IsNullOrEmpty(host))
                options.AllowedHosts.Add(host);
        }
    });
}
