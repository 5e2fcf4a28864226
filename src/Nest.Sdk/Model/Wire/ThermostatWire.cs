using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a Thermostat on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static partial class ThermostatWire
{
    public static WireType<Thermostat> Type { get; } = new WireTypeBuilder<Thermostat>(static () => new Thermostat(), static record => record with { }, Slots.ExtensionData)
        .Field("device_id", Slots.DeviceId, Text)
        .Field("structure_id", Slots.StructureId, Text)
        .Field("name", Slots.Name, Text)
        .Field("name_long", Slots.NameLong, Text)
        .Field("where_id", Slots.RoomId, Text)
        .Field("where_name", Slots.RoomName, Text)
        .Field("software_version", Slots.SoftwareVersion, Text)
        .Field("is_online", Slots.IsOnline, Flag)
        .Field("locale", Slots.Locale, Text)
        .Field("last_connection", Slots.LastConnection, Time)
        .Field("can_cool", Slots.CanCool, Flag)
        .Field("can_heat", Slots.CanHeat, Flag)
        .Field("is_using_emergency_heat", Slots.IsUsingEmergencyHeat, Flag)
        .Field("has_fan", Slots.HasFan, Flag)
        .Field("has_leaf", Slots.HasLeaf, Flag)
        .Field("fan_timer_active", Slots.FanTimerActive, Flag)
        .Field("fan_timer_timeout", Slots.FanTimerTimeout, Time)
        .Field("fan_timer_duration", Slots.FanTimerDuration, Whole)
        .Field("temperature_scale", Slots.TemperatureScale, Word<TemperatureScale>())
        .Temperature("target_temperature", Slots.TargetTemperature)
        .Temperature("target_temperature_high", Slots.TargetTemperatureHigh)
        .Temperature("target_temperature_low", Slots.TargetTemperatureLow)
        .Temperature("eco_temperature_high", Slots.EcoTemperatureHigh)
        .Temperature("eco_temperature_low", Slots.EcoTemperatureLow)
        .Temperature("away_temperature_high", Slots.AwayTemperatureHigh)
        .Temperature("away_temperature_low", Slots.AwayTemperatureLow)
        .Field("hvac_mode", Slots.HvacMode, Word<HvacMode>())
        .Field("previous_hvac_mode", Slots.PreviousHvacMode, Word<HvacMode>())
        .Field("hvac_state", Slots.HvacState, Word<HvacState>())
        .Temperature("ambient_temperature", Slots.AmbientTemperature)
        .Field("humidity", Slots.Humidity, Whole)
        .Field("is_locked", Slots.IsLocked, Flag)
        .Temperature("locked_temp_min", Slots.LockedTempMin, DegreesOrText)
        .Temperature("locked_temp_max", Slots.LockedTempMax, DegreesOrText)
        .Field("label", Slots.Label, Text)
        .Field("sunlight_correction_enabled", Slots.SunlightCorrectionEnabled, Flag)
        .Field("sunlight_correction_active", Slots.SunlightCorrectionActive, Flag)
        .Field("time_to_target", Slots.TimeToTarget, Forecast)
        .Field("time_to_target_training", Slots.TimeToTargetTraining, Word<TrainingState>())
        .Build();
}
