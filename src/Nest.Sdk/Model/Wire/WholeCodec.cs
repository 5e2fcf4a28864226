using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Whole numbers. 45.0 is valid, 45.5 is not.</summary>
internal sealed class WholeCodec : Codec<int?>
{
    public override string Expected => "a whole number";

    public override bool MayBegin(byte first) => first is (byte)'-' or (>= (byte)'0' and <= (byte)'9');

    public override bool TryRead(ref WireReader reader, out int? value)
    {
        value = null;
        if (reader.Json.TokenType != JsonTokenType.Number)
            return false;
        if (reader.Json.TryGetInt32(out var number))
            value = number;
        else if (reader.Json.TryGetDecimal(out var exact) && decimal.IsInteger(exact) && exact is >= int.MinValue and <= int.MaxValue)
            value = (int)exact;
        return value is not null;
    }

    public override bool IsAbsent(int? value) => value is null;

    public override void Write(Utf8JsonWriter writer, int? value) => writer.WriteNumberValue(value.GetValueOrDefault());
}
