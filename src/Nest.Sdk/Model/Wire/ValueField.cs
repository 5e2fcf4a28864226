using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>A member that is one property.</summary>
internal sealed class ValueField<TRecord, TValue>(string name, Slot<TRecord, TValue> slot, Codec<TValue> codec) : WireField<TRecord>(name)
{
    public override string Expected => codec.Expected;

    public override bool IsSecret => codec.IsSecret;

    public override bool TryRead(ref WireReader reader, TRecord record)
    {
        if (!codec.TryRead(ref reader, out var value))
            return false;
        slot(record) = value;
        return true;
    }

    public override void Clear(TRecord record) => slot(record) = codec.Absent;

    public override bool IsPresent(TRecord record) => !codec.IsAbsent(slot(record));

    public override void Write(Utf8JsonWriter writer, TRecord record)
    {
        writer.WritePropertyName(EncodedName);
        codec.Write(writer, slot(record));
    }
}
