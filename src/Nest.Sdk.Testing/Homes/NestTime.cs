using System.Globalization;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Homes;

/// <summary>Timestamps as the service writes and reads them (section 15).</summary>
internal static class NestTime
{
    /// <summary>Stands for "never" and "not set".</summary>
    public const string Epoch = "1970-01-01T00:00:00.000Z";

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a timestamp with or without fraction and with any offset; UTC when it has none.</summary>
    public static bool TryRead(JsonNode? node, out DateTimeOffset time)
    {
        time = default;
        return node.Text() is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
