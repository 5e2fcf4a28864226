using Microsoft.Extensions.Configuration;
using static Nest.Sdk.DependencyInjection.ConfigurationEntries;

namespace Nest.Sdk.DependencyInjection;

/// <summary>
/// Reads the options of a client from a configuration section. It knows every backend; the section chooses one.
/// </summary>
internal static class NestClientOptionsBinder
{
    public static void Bind(IConfiguration section, NestClientOptions options) => Read<NestClientOptions>(section, entry => Set(entry, options));

    /// <returns>The error in the entry. Null when it was set.</returns>
    private static string? Set(IConfigurationSection entry, NestClientOptions options) => entry.Key.ToUpperInvariant() switch
    {
        "WWN" => WwnOptionsBinder.Bind(entry, options),
        "SDM" => SdmOptionsBinder.Bind(entry, options),
        "CONNECTTIMEOUT" => Duration(entry, value => options.ConnectTimeout = value),
        "RESPONSETIMEOUT" => Duration(entry, value => options.ResponseTimeout = value),
        "FIRSTRECONNECTDELAY" => Duration(entry, value => options.FirstReconnectDelay = value),
        "MAXRECONNECTDELAY" => Duration(entry, value => options.MaxReconnectDelay = value),
        "STABLEAFTER" => Duration(entry, value => options.StableAfter = value),
        "LINGER" => Duration(entry, value => options.Linger = value),
        "SUBSCRIBERQUEUECAPACITY" => Number(entry, value => options.SubscriberQueueCapacity = value),
        "INCLUDEDOCUMENT" => Flag(entry, value => options.IncludeDocument = value),
        "MAXDOCUMENTBYTES" => Number(entry, value => options.MaxDocumentBytes = value),
        _ => Misplaced(entry) ?? Unknown<NestClientOptions>(entry),
    };

    /// <summary>Gets the error for a key that belongs into the section of a backend. Null when it does not.</summary>
    private static string? Misplaced(IConfigurationSection entry)
    {
        List<string> right = [];
        foreach (var (section, keys) in new[] { (SdmOptionsBinder.Section, SdmOptionsBinder.Keys), (WwnOptionsBinder.Section, WwnOptionsBinder.Keys) })
        {
            if (keys.FirstOrDefault(key => string.Equals(key, entry.Key, StringComparison.OrdinalIgnoreCase)) is { } key)
                right.Add($"{entry.Path[..^entry.Key.Length]}{section}:{key}");
        }

        return right.Count == 0 ? null : $"{entry.Path} is a setting of one backend. Write it as {string.Join(" or ", right)}.";
    }
}
