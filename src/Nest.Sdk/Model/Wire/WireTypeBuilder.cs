using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

/// <summary>Collects the fields of a table.</summary>
internal sealed class WireTypeBuilder<TRecord>(Func<TRecord> create, Func<TRecord, TRecord> clone, Slot<TRecord, EquatableMap<RawJson>> extensionData)
    where TRecord : class
{
    private readonly List<WireField<TRecord>> _fields = [];

    public WireTypeBuilder<TRecord> Field<TValue>(string name, Slot<TRecord, TValue> slot, Codec<TValue> codec)
    {
        _fields.Add(new ValueField<TRecord, TValue>(name, slot, codec));
        return this;
    }

    /// <summary>One property from the members <c>name_c</c> and <c>name_f</c>.</summary>
    public WireTypeBuilder<TRecord> Temperature(string name, Slot<TRecord, Temperature?> slot, Codec<decimal>? codec = null)
    {
        codec ??= Codecs.Degrees;
        _fields.Add(new TemperatureField<TRecord>(name + "_c", TemperatureScale.Celsius, slot, codec));
        _fields.Add(new TemperatureField<TRecord>(name + "_f", TemperatureScale.Fahrenheit, slot, codec));
        return this;
    }

    public WireType<TRecord> Build() => new(create, clone, extensionData, [.. _fields]);
}
