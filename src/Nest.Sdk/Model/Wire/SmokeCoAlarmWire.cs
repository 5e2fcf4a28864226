using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a SmokeCoAlarm on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static partial class SmokeCoAlarmWire
{
    public static WireType<SmokeCoAlarm> Type { get; } = new WireTypeBuilder<SmokeCoAlarm>(static () => new SmokeCoAlarm(), static record => record with { }, Slots.ExtensionData)
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
        .Field("battery_health", Slots.BatteryHealth, Word<BatteryHealth>())
        .Field("co_alarm_state", Slots.CoAlarmState, Word<AlarmState>())
        .Field("smoke_alarm_state", Slots.SmokeAlarmState, Word<AlarmState>())
        .Field("is_manual_test_active", Slots.IsManualTestActive, Flag)
        .Field("last_manual_test_time", Slots.LastManualTestTime, Time)
        .Field("ui_color_state", Slots.UiColorState, Word<ProtectColor>())
        .Build();
}
