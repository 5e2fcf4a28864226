using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>The time to target: text, or a number of minutes.</summary>
internal sealed class ForecastCodec : Codec<TimeToTarget>
{
    public override string Expected => "a string";

    public override bool TryRead(ref WireReader reader, out TimeToTarget value)
    {
        value = default;
        if (reader.Json.TokenType == JsonTokenType.String)
        {
            value = TimeToTarget.From(reader.GetText());
            return true;
        }

        if (reader.Json.TokenType != JsonTokenType.Number || !reader.Json.TryGetDecimal(out var minutes))
            return false;
        value = TimeToTarget.From(minutes);
        reader.MarkConverted(Expected);
        return true;
    }

    public override bool IsAbsent(TimeToTarget value) => value.IsAbsent;

    public override void Write(Utf8JsonWriter writer, TimeToTarget value) => writer.WriteStringValue(value.ToString());
}
