using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

internal static partial class StructureWire
{
    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<StructureId>k__BackingField")]
        public static extern ref string? StructureId(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Name>k__BackingField")]
        public static extern ref string? Name(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Thermostats>k__BackingField")]
        public static extern ref EquatableArray<string> Thermostats(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SmokeCoAlarms>k__BackingField")]
        public static extern ref EquatableArray<string> SmokeCoAlarms(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Cameras>k__BackingField")]
        public static extern ref EquatableArray<string> Cameras(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<CompanyDevices>k__BackingField")]
        public static extern ref EquatableMap<EquatableMap<EquatableArray<string>>> CompanyDevices(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Away>k__BackingField")]
        public static extern ref AwayState Away(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<CountryCode>k__BackingField")]
        public static extern ref string? CountryCode(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<PostalCode>k__BackingField")]
        public static extern ref string? PostalCode(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<TimeZone>k__BackingField")]
        public static extern ref string? TimeZone(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<PeakPeriodStartTime>k__BackingField")]
        public static extern ref DateTimeOffset? PeakPeriodStartTime(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<PeakPeriodEndTime>k__BackingField")]
        public static extern ref DateTimeOffset? PeakPeriodEndTime(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<RhrEnrollment>k__BackingField")]
        public static extern ref bool? RhrEnrollment(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<EtaBegin>k__BackingField")]
        public static extern ref DateTimeOffset? EtaBegin(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Eta>k__BackingField")]
        public static extern ref Eta? Eta(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<CoAlarmState>k__BackingField")]
        public static extern ref AlarmState CoAlarmState(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SmokeAlarmState>k__BackingField")]
        public static extern ref AlarmState SmokeAlarmState(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<WwnSecurityState>k__BackingField")]
        public static extern ref SecurityState WwnSecurityState(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Rooms>k__BackingField")]
        public static extern ref EquatableMap<Room> Rooms(Structure record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(Structure record);
    }
}
