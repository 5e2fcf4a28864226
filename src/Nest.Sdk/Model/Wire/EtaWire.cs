using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;
using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a Eta on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static class EtaWire
{
    public static WireType<Eta> Type { get; } = new WireTypeBuilder<Eta>(static () => new Eta(), static record => record with { }, Slots.ExtensionData)
        .Field("trip_id", Slots.TripId, Text)
        .Field("estimated_arrival_window_begin", Slots.EstimatedArrivalWindowBegin, TimeOrZero)
        .Field("estimated_arrival_window_end", Slots.EstimatedArrivalWindowEnd, Time)
        .Build();

    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<TripId>k__BackingField")]
        public static extern ref string? TripId(Eta record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<EstimatedArrivalWindowBegin>k__BackingField")]
        public static extern ref DateTimeOffset? EstimatedArrivalWindowBegin(Eta record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<EstimatedArrivalWindowEnd>k__BackingField")]
        public static extern ref DateTimeOffset? EstimatedArrivalWindowEnd(Eta record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(Eta record);
    }
}
