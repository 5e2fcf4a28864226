using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nest.Sdk.Testing.Documents;

/// <summary>Timestamps in the format of the service. See docs/protocol/works-with-nest.md#numbers-times-ids.</summary>
internal static partial class NestTime
{
    /// <summary>The value for "never" and "not set".</summary>
    public const string Epoch = "1970-01-01T00:00:00.000Z";

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Parses a timestamp with or without fraction and with any offset. Default offset: UTC.</summary>
    public static bool TryRead(JsonNode? node, out DateTimeOffset time)
    {
        time = default;
        // .NET alone would also accept a time of day, as a time today.
        return node.Text() is { } text && Iso().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Iso();
}
