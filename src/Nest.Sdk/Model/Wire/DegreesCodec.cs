using System.Globalization;
using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Degrees as a decimal, so 21.1 stays 21.1. Values out of range are unreadable.</summary>
internal sealed class DegreesCodec(bool acceptText) : Codec<decimal>
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public override string Expected => "a number of degrees";

    public override bool MayBegin(byte first) => first == '"' ? acceptText : base.MayBegin(first);

    public override bool TryRead(ref WireReader reader, out decimal value)
    {
        value = 0;
        if (reader.Json.TokenType == JsonTokenType.Number)
        {
            // Fahrenheit and half of the Celsius values are whole numbers, which parse faster.
            if (reader.Json.ValueSpan.Length > 4 || !reader.Json.TryGetInt32(out var whole))
                return reader.Json.TryGetDecimal(out value) && IsPossible(value);
            value = whole;
            return IsPossible(value);
        }

        if (!acceptText || reader.Json.TokenType != JsonTokenType.String || !reader.HasWholeText)
            return false;
        if (!decimal.TryParse(reader.Json.GetString(), Plain, CultureInfo.InvariantCulture, out value) || !IsPossible(value))
            return false;
        reader.MarkConverted(Expected);
        return true;
    }

    public override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    private static bool IsPossible(decimal value) => value is >= -Temperature.MaxReadable and <= Temperature.MaxReadable;
}
