using System.Runtime.CompilerServices;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

internal static partial class ThermostatWire
{
    // The properties are init-only for callers; here they are set on a record that has not been handed out yet.
    // No reflection: the accessors are bound at compile time, so trimming and AOT keep the fields.
    private static class Slots
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<DeviceId>k__BackingField")]
        public static extern ref string? DeviceId(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<StructureId>k__BackingField")]
        public static extern ref string? StructureId(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Name>k__BackingField")]
        public static extern ref string? Name(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<NameLong>k__BackingField")]
        public static extern ref string? NameLong(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<RoomId>k__BackingField")]
        public static extern ref string? RoomId(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<RoomName>k__BackingField")]
        public static extern ref string? RoomName(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SoftwareVersion>k__BackingField")]
        public static extern ref string? SoftwareVersion(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsOnline>k__BackingField")]
        public static extern ref bool? IsOnline(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Locale>k__BackingField")]
        public static extern ref string? Locale(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<LastConnection>k__BackingField")]
        public static extern ref DateTimeOffset? LastConnection(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<CanCool>k__BackingField")]
        public static extern ref bool? CanCool(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<CanHeat>k__BackingField")]
        public static extern ref bool? CanHeat(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsUsingEmergencyHeat>k__BackingField")]
        public static extern ref bool? IsUsingEmergencyHeat(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<HasFan>k__BackingField")]
        public static extern ref bool? HasFan(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<HasLeaf>k__BackingField")]
        public static extern ref bool? HasLeaf(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<FanTimerActive>k__BackingField")]
        public static extern ref bool? FanTimerActive(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<FanTimerTimeout>k__BackingField")]
        public static extern ref DateTimeOffset? FanTimerTimeout(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<FanTimerDuration>k__BackingField")]
        public static extern ref int? FanTimerDuration(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<TemperatureScale>k__BackingField")]
        public static extern ref TemperatureScale TemperatureScale(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<TargetTemperature>k__BackingField")]
        public static extern ref Temperature? TargetTemperature(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<TargetTemperatureHigh>k__BackingField")]
        public static extern ref Temperature? TargetTemperatureHigh(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<TargetTemperatureLow>k__BackingField")]
        public static extern ref Temperature? TargetTemperatureLow(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<EcoTemperatureHigh>k__BackingField")]
        public static extern ref Temperature? EcoTemperatureHigh(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<EcoTemperatureLow>k__BackingField")]
        public static extern ref Temperature? EcoTemperatureLow(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<AwayTemperatureHigh>k__BackingField")]
        public static extern ref Temperature? AwayTemperatureHigh(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<AwayTemperatureLow>k__BackingField")]
        public static extern ref Temperature? AwayTemperatureLow(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<HvacMode>k__BackingField")]
        public static extern ref HvacMode HvacMode(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<PreviousHvacMode>k__BackingField")]
        public static extern ref HvacMode PreviousHvacMode(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<HvacState>k__BackingField")]
        public static extern ref HvacState HvacState(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<AmbientTemperature>k__BackingField")]
        public static extern ref Temperature? AmbientTemperature(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Humidity>k__BackingField")]
        public static extern ref int? Humidity(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsLocked>k__BackingField")]
        public static extern ref bool? IsLocked(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<LockedTempMin>k__BackingField")]
        public static extern ref Temperature? LockedTempMin(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<LockedTempMax>k__BackingField")]
        public static extern ref Temperature? LockedTempMax(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Label>k__BackingField")]
        public static extern ref string? Label(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SunlightCorrectionEnabled>k__BackingField")]
        public static extern ref bool? SunlightCorrectionEnabled(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<SunlightCorrectionActive>k__BackingField")]
        public static extern ref bool? SunlightCorrectionActive(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<TimeToTarget>k__BackingField")]
        public static extern ref TimeToTarget TimeToTarget(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<TimeToTargetTraining>k__BackingField")]
        public static extern ref TrainingState TimeToTargetTraining(Thermostat record);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ExtensionData>k__BackingField")]
        public static extern ref EquatableMap<RawJson> ExtensionData(Thermostat record);
    }
}
