namespace Nest.Sdk.Model.Wire;

/// <summary>The table of a record type, found without reflection.</summary>
internal static class WireTypes
{
    private static readonly object[] All =
    [
        DataModelWire.Type, DevicesWire.Type, NestMetadataWire.Type, StructureWire.Type, RoomWire.Type, EtaWire.Type,
        ThermostatWire.Type, SmokeCoAlarmWire.Type, CameraWire.Type, CameraEventWire.Type, ActivityZoneWire.Type,
    ];

    public static WireType<T> Of<T>()
        where T : class => Cache<T>.Type ?? throw new NotSupportedException($"{typeof(T)} is no record of Nest.Sdk.Model.");

    private static class Cache<T>
        where T : class
    {
        public static readonly WireType<T>? Type = All.OfType<WireType<T>>().FirstOrDefault();
    }
}
