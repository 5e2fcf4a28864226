using System.Globalization;
using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

internal sealed class TextCodec(bool acceptNumber) : Codec<string?>
{
    public override string Expected => "a string";

    public override bool TryRead(ref WireReader reader, out string? value)
    {
        value = null;
        if (reader.Json.TokenType == JsonTokenType.String && reader.HasWholeText)
        {
            value = reader.GetText();
            return true;
        }

        if (!acceptNumber || reader.Json.TokenType != JsonTokenType.Number)
            return false;
        // 7, 7.0 and 7e0 are the same id.
        value = reader.Json.TryGetDecimal(out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : CanonicalNumber.Of(reader.Json.ValueSpan);
        reader.MarkConverted(Expected);
        return true;
    }

    public override void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);
}
