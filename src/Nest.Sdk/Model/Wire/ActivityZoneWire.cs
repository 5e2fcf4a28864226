using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;
using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a ActivityZone on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static class ActivityZoneWire
{
    public static WireType<ActivityZone> Type { get; } = new WireTypeBuilder<ActivityZone>(static () => new ActivityZone(), static record => record with { }, Slots.ExtensionData)
        .Field("name", Slots.Name, Text)
        .Field("id", Slots.Id, NumberOrText)
        .Build();

    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Name>k__BackingField")]
        public static extern ref string? Name(ActivityZone record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Id>k__BackingField")]
        public static extern ref string? Id(ActivityZone record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(ActivityZone record);
    }
}
