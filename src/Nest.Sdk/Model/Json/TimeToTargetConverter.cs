using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Model.Json;

/// <summary>
/// Writes a time to target as text, and reads text or minutes. Absent is <c>null</c>. Public so that source-generated
/// code can refer to it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TimeToTargetConverter : JsonConverter<TimeToTarget>
{
    /// <summary>Always true: <c>null</c> reads as the absent value.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is neither a string nor a number nor null.</exception>
    public override TimeToTarget Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => TimeToTarget.From(reader.GetString()),
        JsonTokenType.Number when reader.TryGetDecimal(out var minutes) => TimeToTarget.From(minutes),
        JsonTokenType.Null => default,
        _ => throw new JsonException($"A time to target must be a string, not {reader.TokenType}."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeToTarget value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.IsAbsent)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value.ToString());
    }
}
