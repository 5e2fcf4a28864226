using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;
using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a Room on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static class RoomWire
{
    public static WireType<Room> Type { get; } = new WireTypeBuilder<Room>(static () => new Room(), static record => record with { }, Slots.ExtensionData)
        .Field("where_id", Slots.RoomId, Text)
        .Field("name", Slots.Name, Text)
        .Build();

    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<RoomId>k__BackingField")]
        public static extern ref string? RoomId(Room record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Name>k__BackingField")]
        public static extern ref string? Name(Room record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(Room record);
    }
}
