using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>Reads and writes JSON as Google's APIs do: a number may be text, a duration is <c>900s</c>.</summary>
internal static class PubSubJson
{
    /// <summary>Reads the body of a call. One without a body is empty. Null when it is not an object.</summary>
    public static JsonObject? Body(FakeCall call)
    {
        try
        {
            return call.Body.IsEmpty ? [] : JsonText.Parse(call.Body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static int? Integer(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number when value.AsValue().TryGetValue<int>(out var number) => number,
        JsonValueKind.String when int.TryParse(value.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Reads a duration, such as <c>900s</c>. Null for anything else.</summary>
    public static TimeSpan? Duration(JsonNode? value) =>
        value.Text() is [.. var number, 's'] && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1_000_000_000
            ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;

    public static DateTimeOffset? Time(JsonNode? value) =>
        DateTimeOffset.TryParse(value.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Returns the texts of an array. Null when it is missing, empty, or has anything else.</summary>
    public static IReadOnlyList<string>? Texts(JsonNode? array) =>
        array is JsonArray { Count: > 0 } items && items.All(item => item.Text() is not null) ? [.. items.Select(item => item.Text()!)] : null;

    /// <summary>Writes a time as Google does, in UTC with the digits that it needs.</summary>
    public static string Format(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFF}Z");
}
