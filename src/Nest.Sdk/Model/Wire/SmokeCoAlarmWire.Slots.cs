using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

internal static partial class SmokeCoAlarmWire
{
    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<DeviceId>k__BackingField")]
        public static extern ref string? DeviceId(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<StructureId>k__BackingField")]
        public static extern ref string? StructureId(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Name>k__BackingField")]
        public static extern ref string? Name(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<NameLong>k__BackingField")]
        public static extern ref string? NameLong(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<RoomId>k__BackingField")]
        public static extern ref string? RoomId(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<RoomName>k__BackingField")]
        public static extern ref string? RoomName(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SoftwareVersion>k__BackingField")]
        public static extern ref string? SoftwareVersion(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsOnline>k__BackingField")]
        public static extern ref bool? IsOnline(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Locale>k__BackingField")]
        public static extern ref string? Locale(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<LastConnection>k__BackingField")]
        public static extern ref DateTimeOffset? LastConnection(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<BatteryHealth>k__BackingField")]
        public static extern ref BatteryHealth BatteryHealth(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<CoAlarmState>k__BackingField")]
        public static extern ref AlarmState CoAlarmState(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SmokeAlarmState>k__BackingField")]
        public static extern ref AlarmState SmokeAlarmState(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsManualTestActive>k__BackingField")]
        public static extern ref bool? IsManualTestActive(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<LastManualTestTime>k__BackingField")]
        public static extern ref DateTimeOffset? LastManualTestTime(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<UiColorState>k__BackingField")]
        public static extern ref ProtectColor UiColorState(SmokeCoAlarm record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(SmokeCoAlarm record);
    }
}
