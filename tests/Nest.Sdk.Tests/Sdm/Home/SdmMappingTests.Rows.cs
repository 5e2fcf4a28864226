namespace Nest.Sdk.Tests.Sdm.Home;

public sealed partial class SdmMappingTests
{
    private const string Full = SdmSample.Thermostat;
    private const string Heats = """{"ThermostatMode":{"availableModes":["HEAT","OFF"],"mode":"HEAT"},"ThermostatTemperatureSetpoint":{"heatCelsius":20.06731},"ThermostatEco":{"mode":"OFF","heatCelsius":18.18419,"coolCelsius":24.44443}}""";
    private const string Cools = """{"ThermostatMode":{"availableModes":["COOL","OFF"],"mode":"COOL"},"ThermostatTemperatureSetpoint":{"coolCelsius":26},"ThermostatEco":{"mode":"OFF","heatCelsius":10,"coolCelsius":24}}""";
    private const string Range = """{"ThermostatMode":{"availableModes":["HEATCOOL"],"mode":"HEATCOOL"},"ThermostatTemperatureSetpoint":{"heatCelsius":20.0,"coolCelsius":22}}""";
    private const string Off = """{"ThermostatMode":{"availableModes":["HEAT","COOL","HEATCOOL","OFF"],"mode":"OFF"},"ThermostatTemperatureSetpoint":{"heatCelsius":20,"coolCelsius":22},"ThermostatEco":{"mode":"OFF"}}""";
    private const string Eco = """{"ThermostatMode":{"availableModes":["HEAT","COOL","HEATCOOL","OFF"],"mode":"HEATCOOL"},"ThermostatTemperatureSetpoint":{"heatCelsius":20,"coolCelsius":22},"ThermostatEco":{"mode":"MANUAL_ECO","heatCelsius":10,"coolCelsius":26.111109}}""";
    private const string NoMode = """{"ThermostatTemperatureSetpoint":{"heatCelsius":20},"ThermostatEco":{"mode":"MANUAL_ECO","heatCelsius":10}}""";
    private const string NewMode = """{"ThermostatMode":{"availableModes":["DRY"],"mode":"DRY"},"ThermostatTemperatureSetpoint":{"heatCelsius":20}}""";
    private const string Legacy = SdmSample.Camera;
    private const string WebRtc = """{"CameraLiveStream":{"videoCodecs":["H264"],"audioCodecs":["OPUS"],"supportedProtocols":["WEB_RTC"]},"CameraMotion":{},"CameraPerson":{},"CameraEventImage":{}}""";
    private const string Bell = """{"CameraLiveStream":{"supportedProtocols":["WEB_RTC","RTSP"]},"CameraClipPreview":{},"DoorbellChime":{}}""";
    private const string NoList = """{"CameraLiveStream":{"maxVideoResolution":{}},"CameraEventImage":{}}""";

    public static TheoryData<string, string, string?> Thermostats => new()
    {
        { "is_online", Full, "true" },
        { "is_online", """{"ThermostatMode":{},"Connectivity":{"status":"OFFLINE"}}""", "false" },
        { "is_online", Heats, null },
        { "can_heat", Full, "true" },
        { "can_heat", Cools, "false" },
        { "can_heat", Range, "true" },
        { "can_heat", NoMode, null },
        { "can_heat", """{"ThermostatMode":{"mode":"HEAT"}}""", null },
        { "can_cool", Full, "true" },
        { "can_cool", Heats, "false" },
        { "can_cool", Range, "true" },
        { "can_cool", NoMode, null },
        { "has_fan", Full, "true" },
        { "has_fan", Heats, "false" },
        { "has_fan", """{"ThermostatMode":{},"Fan":{}}""", "false" },
        { "has_fan", """{"ThermostatMode":{},"Fan":{"timerMode":"OFF"}}""", "true" },
        { "fan_timer_active", Full, "true" },
        { "fan_timer_active", """{"ThermostatMode":{},"Fan":{"timerMode":"OFF","timerTimeout":"2026-11-30T10:15:00Z"}}""", "false" },
        { "fan_timer_active", """{"ThermostatMode":{},"Fan":{"timerTimeout":"2026-11-30T10:15:00Z"}}""", null },
        { "fan_timer_timeout", Full, "\"2026-11-30T10:15:00Z\"" },
        { "fan_timer_timeout", """{"ThermostatMode":{},"Fan":{"timerMode":"OFF","timerTimeout":"2026-11-30T10:15:00Z"}}""", null },
        { "fan_timer_timeout", """{"ThermostatMode":{},"Fan":{"timerMode":"ON","timerTimeout":"soon"}}""", null },
        { "fan_timer_timeout", """{"ThermostatMode":{},"Fan":{"timerMode":"ON","timerTimeout":"2026-11-30T10:15:00.123456Z"}}""", "\"2026-11-30T10:15:00.123456Z\"" },
        { "temperature_scale", Full, "\"C\"" },
        { "temperature_scale", """{"ThermostatMode":{},"Settings":{"temperatureScale":"FAHRENHEIT"}}""", "\"F\"" },
        { "temperature_scale", Heats, null },
        { "ambient_temperature_c", Full, "21.37" },
        { "ambient_temperature_c", """{"ThermostatMode":{},"Temperature":{"ambientTemperatureCelsius":26}}""", "26" },
        { "ambient_temperature_c", """{"ThermostatMode":{},"Temperature":{"ambientTemperatureCelsius":23.0}}""", "23.0" },
        { "ambient_temperature_c", """{"ThermostatMode":{},"Temperature":{"ambientTemperatureCelsius":24.389360427856445}}""", "24.389360427856445" },
        { "ambient_temperature_c", """{"ThermostatMode":{},"Temperature":{"ambientTemperatureCelsius":"21"}}""", null },
        { "ambient_temperature_c", """{"ThermostatMode":{},"Temperature":{}}""", null },
        { "ambient_temperature_f", Full, null },
        { "humidity", Full, "45" },
        { "humidity", """{"ThermostatMode":{},"Humidity":{"ambientHumidityPercent":35.0}}""", "35.0" },
        { "humidity", Heats, null },
        { "hvac_mode", Heats, "\"heat\"" },
        { "hvac_mode", Cools, "\"cool\"" },
        { "hvac_mode", Full, "\"heat-cool\"" },
        { "hvac_mode", Off, "\"off\"" },
        { "hvac_mode", Eco, "\"eco\"" },
        { "hvac_mode", NoMode, "\"eco\"" },
        { "hvac_mode", NewMode, "\"dry\"" },
        { "hvac_mode", """{"ThermostatHvac":{"status":"OFF"}}""", null },
        { "previous_hvac_mode", Eco, "\"heat-cool\"" },
        { "previous_hvac_mode", NoMode, null },
        { "previous_hvac_mode", Heats, null },
        { "hvac_state", Full, "\"cooling\"" },
        { "hvac_state", """{"ThermostatHvac":{"status":"HEATING"}}""", "\"heating\"" },
        { "hvac_state", """{"ThermostatHvac":{"status":"OFF"}}""", "\"off\"" },
        { "hvac_state", Heats, null },
        { "target_temperature_c", Heats, "20.06731" },
        { "target_temperature_c", Cools, "26" },
        { "target_temperature_c", Range, null },
        { "target_temperature_c", Off, null },
        { "target_temperature_c", Eco, null },
        { "target_temperature_c", NoMode, null },
        { "target_temperature_c", NewMode, null },
        { "target_temperature_f", Heats, null },
        { "target_temperature_low_c", Range, "20.0" },
        { "target_temperature_low_c", Full, "19.152817" },
        { "target_temperature_low_c", Off, null },
        { "target_temperature_low_c", Eco, null },
        { "target_temperature_low_f", Range, null },
        { "target_temperature_high_c", Range, "22" },
        { "target_temperature_high_c", Cools, null },
        { "target_temperature_high_c", Eco, null },
        { "target_temperature_high_f", Range, null },
        { "eco_temperature_low_c", Eco, "10" },
        { "eco_temperature_low_c", Full, "10" },
        { "eco_temperature_low_c", NoMode, "10" },
        // A system with one side shows the limits of that side alone.
        { "eco_temperature_low_c", Cools, null },
        { "eco_temperature_low_f", Eco, null },
        { "eco_temperature_high_c", Eco, "26.111109" },
        { "eco_temperature_high_c", Heats, null },
        { "eco_temperature_high_f", Eco, null },
    };

    public static TheoryData<string> ImpossibleOfThermostats => new(
        "name_long", "label", "last_connection", "software_version", "locale", "fan_timer_duration", "is_locked", "locked_temp_min_c", "locked_temp_min_f", "locked_temp_max_c", "locked_temp_max_f",
        "has_leaf", "is_using_emergency_heat", "sunlight_correction_enabled", "sunlight_correction_active", "time_to_target", "time_to_target_training",
        "away_temperature_low_c", "away_temperature_low_f", "away_temperature_high_c", "away_temperature_high_f");

    public static TheoryData<string, string?, string, string?> Cameras => new()
    {
        { "kind", "sdm.devices.types.CAMERA", Legacy, "\"camera\"" },
        { "kind", "sdm.devices.types.DISPLAY", Legacy, "\"display\"" },
        { "kind", "sdm.devices.types.DOORBELL", Legacy, "\"doorbell\"" },
        { "kind", "sdm.devices.types.DOORBELL", Bell, "\"doorbell\"" },
        { "kind", "sdm.devices.types.CAMERA", Bell, "\"doorbell\"" },
        { "kind", "sdm.devices.types.TOASTER", Bell, "\"doorbell\"" },
        { "kind", "sdm.devices.types.TOASTER", Legacy, "\"camera\"" },
        { "kind", "sdm.devices.types.THERMOSTAT", Legacy, "\"camera\"" },
        { "kind", null, Legacy, "\"camera\"" },
        { "kind", "sdm.devices.types.DISPLAY", "{}", "\"display\"" },
        { "is_online", null, Legacy, null },
        { "is_online", null, """{"CameraMotion":{},"Connectivity":{"status":"OFFLINE"}}""", "false" },
        { "stream_protocols", null, Legacy, "[\"rtsp\"]" },
        { "stream_protocols", null, WebRtc, "[\"webrtc\"]" },
        { "stream_protocols", null, Bell, "[\"rtsp\",\"webrtc\"]" },
        { "stream_protocols", null, """{"CameraLiveStream":{"supportedProtocols":["SRT",7,"RTSP","SRT"]}}""", "[\"rtsp\",\"srt\"]" },
        { "stream_protocols", null, NoList, null },
        { "stream_protocols", null, """{"CameraLiveStream":{"supportedProtocols":[]}}""", null },
        { "stream_protocols", null, """{"CameraMotion":{}}""", null },
        { "video_codecs", null, Legacy, "[\"h264\"]" },
        { "video_codecs", null, NoList, null },
        { "audio_codecs", null, Legacy, "[\"aac\"]" },
        { "audio_codecs", null, WebRtc, "[\"opus\"]" },
        { "audio_codecs", null, Bell, null },
        { "has_event_images", null, Legacy, "true" },
        // It kept the trait when it moved from RTSP, but every picture is refused.
        { "has_event_images", null, WebRtc, "false" },
        { "has_event_images", null, NoList, "true" },
        { "has_event_images", null, Bell, "false" },
        { "has_event_images", "sdm.devices.types.CAMERA", "{}", null },
        { "has_clips", null, Bell, "true" },
        { "has_clips", null, Legacy, "false" },
        { "hears_sound", null, Legacy, "true" },
        { "hears_sound", null, WebRtc, "false" },
        { "rings", null, Bell, "true" },
        { "rings", "sdm.devices.types.DOORBELL", Legacy, "false" },
    };

    public static TheoryData<string> ImpossibleOfCameras => new(
        "name_long", "software_version", "is_streaming", "is_audio_input_enabled", "is_video_history_enabled", "is_public_share_enabled", "public_share_url", "web_url", "app_url",
        "last_is_online_change", "snapshot_url", "activity_zones");
}
