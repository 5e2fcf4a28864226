using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>One of the two members (<c>…_c</c>, <c>…_f</c>) that make one temperature.</summary>
internal sealed class TemperatureField<TRecord>(string name, TemperatureScale scale, Slot<TRecord, Temperature?> slot, Codec<decimal> codec)
    : WireField<TRecord>(name)
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
