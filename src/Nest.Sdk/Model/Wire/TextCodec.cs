using System.Globalization;
using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Model.Wire;

/// <param name="acceptNumber">Whether a number is accepted too, as text.</param>
/// <param name="isNumberUsual">Whether a number is the documented form, so that it is not an issue.</param>
internal sealed class TextCodec(bool acceptNumber, bool isNumberUsual = false) : Codec<string?>
{
    public override string Expected => "a string";

    public override bool MayBegin(byte first) => first == '"' || (acceptNumber && base.MayBegin(first));

    public override bool TryRead(ref WireReader reader, out string? value)
    {
        value = null;
        if (reader.Json.TokenType == JsonTokenType.String)
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
        if (!isNumberUsual)
            reader.MarkConverted(Expected);
        return true;
    }

    public override void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);
}
