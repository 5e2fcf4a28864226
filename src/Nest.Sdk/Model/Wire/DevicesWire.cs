using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;
using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a Devices on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static class DevicesWire
{
    public static WireType<Devices> Type { get; } = new WireTypeBuilder<Devices>(static () => new Devices(), static record => record with { }, Slots.ExtensionData)
        .Field("thermostats", Slots.Thermostats, MapOf(ThermostatWire.Type))
        .Field("smoke_co_alarms", Slots.SmokeCoAlarms, MapOf(SmokeCoAlarmWire.Type))
        .Field("cameras", Slots.Cameras, MapOf(CameraWire.Type))
        .Build();

    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Thermostats>k__BackingField")]
        public static extern ref EquatableMap<Thermostat> Thermostats(Devices record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SmokeCoAlarms>k__BackingField")]
        public static extern ref EquatableMap<SmokeCoAlarm> SmokeCoAlarms(Devices record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Cameras>k__BackingField")]
        public static extern ref EquatableMap<Camera> Cameras(Devices record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(Devices record);
    }
}
