using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;
using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a DataModel on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static class DataModelWire
{
    public static WireType<DataModel> Type { get; } = new WireTypeBuilder<DataModel>(static () => new DataModel(), static record => record with { }, Slots.ExtensionData)
        .Field("metadata", Slots.Metadata, Object(NestMetadataWire.Type, NestMetadata.Empty))
        .Field("devices", Slots.Devices, Object(DevicesWire.Type, Model.Devices.Empty))
        .Field("structures", Slots.Structures, MapOf(StructureWire.Type))
        .Build();

    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Metadata>k__BackingField")]
        public static extern ref NestMetadata? Metadata(DataModel record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Devices>k__BackingField")]
        public static extern ref Devices? Devices(DataModel record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Structures>k__BackingField")]
        public static extern ref EquatableMap<Structure> Structures(DataModel record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(DataModel record);
    }
}
