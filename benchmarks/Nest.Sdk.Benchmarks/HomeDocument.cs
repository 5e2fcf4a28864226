using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Benchmarks;

/// <summary>Homes of any size, on one line like the server's, from a seed; nothing in them is real.</summary>
internal static class HomeDocument
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly string[] Rooms = ["Attic", "Basement", "Bedroom", "Den", "Dining Room", "Entryway", "Garage", "Hallway", "Kitchen", "Living Room", "Office", "Patio"];

    public static byte[] Make(int seed, int thermostats, int protects, int cameras)
    {
        var random = new Random(seed);
        var structureId = Id(random, 54);
        var wheres = Rooms.ToDictionary(room => Id(random, 54), room => room, StringComparer.Ordinal);
        var token = "c." + Id(random, 150);
        var devices = new JsonObject
        {
            ["thermostats"] = Keyed(thermostats, () => Shared(random, 32, structureId, wheres), device => AddThermostat(random, device)),
            ["smoke_co_alarms"] = Keyed(protects, () => Shared(random, 32, structureId, wheres), AddProtect),
            ["cameras"] = Keyed(cameras, () => Shared(random, 54, structureId, wheres), device => AddCamera(random, device, token)),
        };
        var structure = new JsonObject { ["structure_id"] = structureId, ["name"] = "Home", ["away"] = "home", ["country_code"] = "US", ["time_zone"] = "America/Los_Angeles" };
        foreach (var (kind, branch) in devices)
            structure[kind] = new JsonArray([.. branch!.AsObject().Select(device => JsonValue.Create(device.Key))]);
        structure["wheres"] = new JsonObject(wheres.Select(where => KeyValuePair.Create(where.Key, (JsonNode?)new JsonObject { ["where_id"] = where.Key, ["name"] = where.Value })));
        var home = new JsonObject
        {
            ["devices"] = devices,
            ["structures"] = new JsonObject { [structureId] = structure },
            ["metadata"] = new JsonObject { ["access_token"] = token, ["client_version"] = 1 },
        };
        return JsonSerializer.SerializeToUtf8Bytes(home);
    }

    private static JsonObject Keyed(int count, Func<JsonObject> make, Action<JsonObject> fill)
    {
        var branch = new JsonObject();
        for (var i = 0; i < count; i++)
        {
            var device = make();
            fill(device);
            branch[(string)device["device_id"]!] = device;
        }

        return branch;
    }

    private static JsonObject Shared(Random random, int idLength, string structureId, Dictionary<string, string> wheres)
    {
        var (whereId, room) = wheres.ElementAt(random.Next(wheres.Count));
        return new()
        {
            ["device_id"] = Id(random, idLength),
            ["structure_id"] = structureId,
            ["name"] = room,
            ["name_long"] = room + " device (one)",
            ["where_id"] = whereId,
            ["where_name"] = room,
            ["software_version"] = "5.9-7",
            ["is_online"] = true,
        };
    }

    private static void AddThermostat(Random random, JsonObject device)
    {
        device["locale"] = "en-US";
        device["last_connection"] = Time(random);
        foreach (var name in (string[])["can_cool", "can_heat", "is_using_emergency_heat", "has_fan", "has_leaf", "fan_timer_active", "is_locked", "sunlight_correction_enabled", "sunlight_correction_active"])
            device[name] = random.Next(2) == 0;
        foreach (var name in (string[])["target_temperature", "target_temperature_high", "target_temperature_low", "eco_temperature_high", "eco_temperature_low", "away_temperature_high", "away_temperature_low", "ambient_temperature", "locked_temp_min", "locked_temp_max"])
        {
            device[name + "_c"] = random.Next(18, 64) / 2m;
            device[name + "_f"] = random.Next(50, 90);
        }

        device["fan_timer_timeout"] = "1970-01-01T00:00:00.000Z";
        device["fan_timer_duration"] = 15;
        device["temperature_scale"] = "F";
        device["hvac_mode"] = "heat-cool";
        device["previous_hvac_mode"] = "";
        device["hvac_state"] = "heating";
        device["humidity"] = random.Next(4, 16) * 5;
        device["label"] = "";
        device["time_to_target"] = "~15";
        device["time_to_target_training"] = "ready";
    }

    private static void AddProtect(JsonObject device)
    {
        device["locale"] = "en-US";
        device["last_connection"] = "2021-03-04T05:06:07.089Z";
        device["battery_health"] = "ok";
        device["co_alarm_state"] = "ok";
        device["smoke_alarm_state"] = "ok";
        device["is_manual_test_active"] = false;
        device["last_manual_test_time"] = "1970-01-01T00:00:00.000Z";
        device["ui_color_state"] = "green";
    }

    private static void AddCamera(Random random, JsonObject device, string token)
    {
        foreach (var name in (string[])["is_streaming", "is_audio_input_enabled", "is_video_history_enabled", "is_public_share_enabled"])
            device[name] = random.Next(2) == 0;
        device["last_is_online_change"] = Time(random);
        foreach (var name in (string[])["web_url", "app_url", "snapshot_url"])
            device[name] = $"https://home.example.test/{name}/{Id(random, 20)}?auth={token}";
        device["activity_zones"] = new JsonArray(new JsonObject { ["name"] = "Door", ["id"] = "1" });
        device["last_event"] = new JsonObject
        {
            ["has_sound"] = true,
            ["has_motion"] = true,
            ["has_person"] = false,
            ["start_time"] = Time(random),
            ["end_time"] = Time(random),
            ["urls_expire_time"] = Time(random),
            ["web_url"] = $"https://home.example.test/clip?auth={token}",
            ["image_url"] = $"https://home.example.test/still?auth={token}",
            ["activity_zone_ids"] = new JsonArray("1"),
        };
    }

    private static string Time(Random random) =>
        DateTimeOffset.UnixEpoch.AddMilliseconds(random.NextInt64(1_500_000_000_000, 1_650_000_000_000)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Id(Random random, int length) => new(random.GetItems<char>(Letters, length));
}
