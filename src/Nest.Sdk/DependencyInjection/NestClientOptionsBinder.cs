using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Reads options from a configuration section. By hand: without reflection, and with messages that name the key, the value and the fix.</summary>
internal static class NestClientOptionsBinder
{
    public static void Bind(IConfiguration section, NestClientOptions options)
    {
        var failures = new List<string>();
        foreach (var entry in section.GetChildren())
        {
            if (Set(entry, options) is { } failure)
                failures.Add(failure);
        }

        if (failures.Count > 0)
            throw new OptionsValidationException(section is IConfigurationSection named ? named.Path : "", typeof(NestClientOptions), failures);
    }

    /// <returns>What is wrong with the entry; null when it was taken.</returns>
    private static string? Set(IConfigurationSection entry, NestClientOptions options) => entry.Key.ToUpperInvariant() switch
    {
        "ACCESSTOKEN" => Token(entry, options),
        "ENDPOINT" => Uri.TryCreate(entry.Value, UriKind.Absolute, out var uri) ? Done(() => options.Endpoint = uri) : Wrong(entry, "no absolute address", "https://developer-api.nest.com/"),
        "ALLOWEDHOSTS" => Hosts(entry, options),
        "CONNECTTIMEOUT" => Duration(entry, value => options.ConnectTimeout = value),
        "RESPONSETIMEOUT" => Duration(entry, value => options.ResponseTimeout = value),
        "IDLETIMEOUT" => Duration(entry, value => options.IdleTimeout = value),
        "FIRSTRECONNECTDELAY" => Duration(entry, value => options.FirstReconnectDelay = value),
        "MAXRECONNECTDELAY" => Duration(entry, value => options.MaxReconnectDelay = value),
        "STABLEAFTER" => Duration(entry, value => options.StableAfter = value),
        "LINGER" => Duration(entry, value => options.Linger = value),
        "SUBSCRIBERQUEUECAPACITY" => Number(entry, value => options.SubscriberQueueCapacity = value),
        "INCLUDEDOCUMENT" => bool.TryParse(entry.Value, out var include) ? Done(() => options.IncludeDocument = include) : Wrong(entry, "neither true nor false", "true"),
        "MAXDOCUMENTBYTES" => Number(entry, value => options.MaxDocumentBytes = value),
        _ => $"{entry.Path} is not a setting of the Nest client. Is the name misspelt? The settings are the properties of {nameof(NestClientOptions)}.",
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

    private static string? Duration(IConfigurationSection entry, Action<TimeSpan> set) =>
        // A bare number and, unless it is read exactly, 24:00:00 would be days: nobody means that.
        entry.Value?.Contains(':', StringComparison.Ordinal) == true && TimeSpan.TryParseExact(entry.Value, "c", CultureInfo.InvariantCulture, out var value)
            ? Done(() => set(value))
            : Wrong(entry, "no duration", "00:01:15");

    private static string? Number(IConfigurationSection entry, Action<int> set) =>
        int.TryParse(entry.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? Done(() => set(value)) : Wrong(entry, "no whole number", "4096");

    private static string? Done(Action set)
    {
        set();
        return null;
    }

    private static string Wrong(IConfigurationSection entry, string what, string example) => $"{entry.Path} is '{entry.Value}', which is {what}. Write it like {example}.";
}
