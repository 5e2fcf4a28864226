using Microsoft.Extensions.Configuration;
using static Nest.Sdk.DependencyInjection.ConfigurationEntries;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Reads the options of a client from a configuration section.</summary>
internal static class NestClientOptionsBinder
{
    public static void Bind(IConfiguration section, NestClientOptions options) => Read<NestClientOptions>(section, entry => Set(entry, options));

    /// <returns>What is wrong with the entry; null when it was taken.</returns>
    private static string? Set(IConfigurationSection entry, NestClientOptions options) => entry.Key.ToUpperInvariant() switch
    {
        "ACCESSTOKEN" => Token(entry, options),
        "ENDPOINT" => Address(entry, value => options.Endpoint = value, "https://developer-api.nest.com/"),
        "ALLOWEDHOSTS" => Hosts(entry, options),
        "CONNECTTIMEOUT" => Duration(entry, value => options.ConnectTimeout = value),
        "RESPONSETIMEOUT" => Duration(entry, value => options.ResponseTimeout = value),
        "IDLETIMEOUT" => Duration(entry, value => options.IdleTimeout = value),
        "FIRSTDOCUMENTTIMEOUT" => Duration(entry, value => options.FirstDocumentTimeout = value),
        "FIRSTRECONNECTDELAY" => Duration(entry, value => options.FirstReconnectDelay = value),
        "MAXRECONNECTDELAY" => Duration(entry, value => options.MaxReconnectDelay = value),
        "STABLEAFTER" => Duration(entry, value => options.StableAfter = value),
        "LINGER" => Duration(entry, value => options.Linger = value),
        "SUBSCRIBERQUEUECAPACITY" => Number(entry, value => options.SubscriberQueueCapacity = value),
        "INCLUDEDOCUMENT" => Flag(entry, value => options.IncludeDocument = value),
        "MAXDOCUMENTBYTES" => Number(entry, value => options.MaxDocumentBytes = value),
        _ => Unknown<NestClientOptions>(entry),
    };

    private static string? Token(IConfigurationSection entry, NestClientOptions options) => AccessToken.TryParse(entry.Value, out var token)
        ? Done(() => options.AccessToken = token)
        : $"{entry.Path} is blank, or holds characters that no token has. Copy the token again, whole.";

    private static string? Hosts(IConfigurationSection entry, NestClientOptions options) => Done(() =>
    {
        foreach (var host in entry.GetChildren().Select(child => child.Value).Prepend(entry.Value))
        {
            // An empty list comes as an empty value.
            if (!string.IsNullOrEmpty(host))
                options.AllowedHosts.Add(host);
        }
    });
}
