using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

internal sealed class FlagCodec : Codec<bool?>
{
    public override string Expected => "true or false";

    public override bool MayBegin(byte first) => first is (byte)'t' or (byte)'f';

    public override bool TryRead(ref WireReader reader, out bool? value)
    {
        value = reader.Json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
        return value is not null;
    }

    public override bool IsAbsent(bool? value) => value is null;

    public override void Write(Utf8JsonWriter writer, bool? value) => writer.WriteBooleanValue(value.GetValueOrDefault());
}
