using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>One of the two members (<c>…_c</c>, <c>…_f</c>) of a temperature.</summary>
internal sealed class TemperatureField<TRecord>(string name, TemperatureScale scale, Slot<TRecord, Temperature?> slot, Codec<decimal> codec)
    : WireField<TRecord>(name)
    where TRecord : class
{
    public override string Expected => codec.Expected;

    public override bool TryRead(ref WireReader reader, TRecord record)
    {
        if (!codec.TryRead(ref reader, out var value))
            return false;
        ref var temperature = ref slot(record);
        temperature = Temperature.With(temperature, scale, value);
        return true;
    }

    public override bool CanEdit(TRecord record, ref LeafPath leaf) => leaf.IsAtEnd && leaf.IsAbsentOr(codec);

    public override EditResult TryEdit(ref TRecord record, ref LeafPath leaf, ModelEdit edit, WireType<TRecord> type)
    {
        if (!leaf.IsAtEnd)
            return EditResult.Impossible;
        decimal degrees = 0;
        var isAbsent = LeafPath.IsAbsent(leaf.Value);
        if (!isAbsent && !WireReader.TryRead(leaf.Value, codec, out degrees))
            return EditResult.Impossible;
        var old = slot(record);
        var value = Temperature.With(old, scale, isAbsent ? null : degrees);
        if (value == old)
            return EditResult.Same;
        slot(edit.Own(ref record, type)) = value;
        return EditResult.Changed;
    }

    public override void Clear(TRecord record)
    {
        ref var temperature = ref slot(record);
        temperature = Temperature.With(temperature, scale, null);
    }

    public override bool IsPresent(TRecord record) => slot(record) is { } temperature && temperature.ReportedIn(scale);

    public override void Write(Utf8JsonWriter writer, TRecord record)
    {
        var temperature = slot(record).GetValueOrDefault();
        writer.WriteNumber(EncodedName, scale == TemperatureScale.Celsius ? temperature.Celsius : temperature.Fahrenheit);
    }
}
