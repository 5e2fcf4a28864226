using System.Text.Json.Nodes;

namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>The members of each kind of device, without the members that all kinds share.</summary>
internal static class HomeDevices
{
    private const string Never = "1970-01-01T00:00:00.000Z";

    public static void Thermostat(HomeRandom random, JsonObject device)
    {
        device["locale"] = "en-US";
        device["last_connection"] = random.Time();
        foreach (var name in (string[])["can_cool", "can_heat", "is_using_emergency_heat", "has_fan", "has_leaf", "fan_timer_active", "is_locked", "sunlight_correction_enabled", "sunlight_correction_active"])
            device[name] = random.Flag();
        foreach (var name in (string[])["target_temperature", "target_temperature_high", "target_temperature_low", "eco_temperature_high", "eco_temperature_low", "away_temperature_high", "away_temperature_low", "ambient_temperature", "locked_temp_min", "locked_temp_max"])
        {
            device[name + "_c"] = random.Celsius();
            device[name + "_f"] = random.Fahrenheit();
        }

        device["fan_timer_timeout"] = Never;
        device["fan_timer_duration"] = 15;
        device["temperature_scale"] = "F";
        device["hvac_mode"] = "heat-cool";
        device["previous_hvac_mode"] = "";
        device["hvac_state"] = "heating";
        device["humidity"] = random.Humidity();
        device["label"] = "";
        device["time_to_target"] = "~15";
        device["time_to_target_training"] = "ready";
    }

    public static void Protect(HomeRandom random, JsonObject device)
    {
        device["locale"] = "en-US";
        device["last_connection"] = random.Time();
        device["battery_health"] = "ok";
        device["co_alarm_state"] = "ok";
        device["smoke_alarm_state"] = "ok";
        device["is_manual_test_active"] = false;
        device["last_manual_test_time"] = Never;
        device["ui_color_state"] = "green";
    }

    public static void Camera(HomeRandom random, JsonObject device, string token)
    {
        foreach (var name in (string[])["is_streaming", "is_audio_input_enabled", "is_video_history_enabled", "is_public_share_enabled"])
            device[name] = random.Flag();
        device["last_is_online_change"] = random.Time();
        device["web_url"] = $"https://home.example.test/cameras/{random.Id(20)}?auth={token}";
        device["app_url"] = $"nestmobile://cameras/{random.Id(20)}?auth={token}";
        device["snapshot_url"] = $"https://www.example.test/api/wwn.get_snapshot/{random.Id(20)}?auth={token}";
        device["activity_zones"] = new JsonArray(new JsonObject { ["name"] = "Door", ["id"] = 1 }, new JsonObject { ["name"] = "Path", ["id"] = 2 });
        device["last_event"] = Event(random, token);
    }

    private static JsonObject Event(HomeRandom random, string token) => new()
    {
        ["has_sound"] = random.Flag(),
        ["has_motion"] = true,
        ["has_person"] = random.Flag(),
        ["start_time"] = random.Time(),
        ["end_time"] = random.Time(),
        ["urls_expire_time"] = random.Time(),
        ["web_url"] = $"https://home.example.test/clip/{random.Id(20)}?auth={token}",
        ["image_url"] = $"https://www.example.test/still/{random.Id(20)}?auth={token}",
        ["activity_zone_ids"] = new JsonArray("1", "2"),
    };
}
