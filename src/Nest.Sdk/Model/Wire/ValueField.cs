using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>A member that maps to one property.</summary>
internal sealed class ValueField<TRecord, TValue>(string name, Slot<TRecord, TValue> slot, Codec<TValue> codec) : WireField<TRecord>(name)
    where TRecord : class
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

    public override bool CanEdit(TRecord record, ref LeafPath leaf) => leaf.IsAtEnd ? leaf.IsAbsentOr(codec) : codec.CanEdit(slot(record), ref leaf);

    public override EditResult TryEdit(ref TRecord record, ref LeafPath leaf, ModelEdit edit, WireType<TRecord> type)
    {
        var value = slot(record);
        var result = leaf.IsAtEnd ? TryReplace(ref value, leaf.Value) : codec.TryEdit(ref value, ref leaf, edit);
        if (result == EditResult.Changed)
            slot(edit.Own(ref record, type)) = value;
        return result;
    }

    public override void Clear(TRecord record) => slot(record) = codec.Absent;

    public override bool IsPresent(TRecord record) => !codec.IsAbsent(slot(record));

    public override void Write(Utf8JsonWriter writer, TRecord record)
    {
        writer.WritePropertyName(EncodedName);
        codec.Write(writer, slot(record));
    }

    /// <summary>
    /// Sets the value. Another spelling of the same value is not a change, and the record stays the same object.
    /// </summary>
    private EditResult TryReplace(ref TValue value, ReadOnlySpan<byte> json)
    {
        var old = value;
        if (LeafPath.IsAbsent(json))
            value = codec.Absent;
        else if (!WireReader.TryRead(json, codec, out value))
            return EditResult.Impossible;
        return EqualityComparer<TValue>.Default.Equals(old, value) ? EditResult.Same : EditResult.Changed;
    }
}
