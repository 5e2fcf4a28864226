using System.Globalization;
using CsCheck;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>Homes in the format of Nest, with invented content.</summary>
internal static class HomeGen
{
    public static readonly Gen<JsonTree> Home = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int, Of);

    public static JsonTree Of(int thermostats, int alarms, int cameras, int seed)
    {
        var random = new Random(seed);
        var all = new[] { Devices("t", thermostats, Thermostat, random), Devices("p", alarms, Alarm, random), Devices("c", cameras, Camera, random) };
        return JsonTree.Object(
            new JsonTreeMember("devices", JsonTree.Object(
                new JsonTreeMember("thermostats", all[0]), new JsonTreeMember("smoke_co_alarms", all[1]), new JsonTreeMember("cameras", all[2]))),
            new JsonTreeMember("structures", JsonTree.Object(new JsonTreeMember("s-1", Structure(all, random)))),
            new JsonTreeMember("metadata", JsonTree.Object(Text("access_token", "c.INVENTED"), Number("client_version", random.Next(9)))));
    }

    private static JsonTree Devices(string kind, int count, Func<string, Random, JsonTree> device, Random random) =>
        JsonTree.Object(Enumerable.Range(0, count).Select(i => $"{kind}-{i}-{random.Next(100_000):x}").Select(id => new JsonTreeMember(id, device(id, random))));

    private static JsonTree Thermostat(string id, Random random) => JsonTree.Object(
        Number("humidity", 5 * random.Next(20)), Text("locale", "en-GB"), Text("temperature_scale", "C"), Flag("is_using_emergency_heat", random), Flag("has_fan", random),
        Text("software_version", "5.6"), Flag("has_leaf", random), Text("where_id", $"w-{random.Next(5)}"), Text("device_id", id), Text("name", $"Room {random.Next(9)}"),
        Half("target_temperature_high_c", random), Half("target_temperature_low_c", random), Half("ambient_temperature_c", random), Number("ambient_temperature_f", random.Next(50, 90)),
        new JsonTreeMember("label", JsonTree.Null), Text("last_connection", $"2026-01-0{random.Next(1, 9)}T10:00:00.000Z"), Text("hvac_mode", "heat"), Text("time_to_target", "~0"));

    private static JsonTree Alarm(string id, Random random) => JsonTree.Object(
        Text("device_id", id), Text("name", $"Hall ({random.Next(9)})"), Flag("is_online", random), Text("battery_health", "ok"), Text("co_alarm_state", "ok"), Text("ui_color_state", "green"));

    private static JsonTree Camera(string id, Random random) => JsonTree.Object(
        Text("device_id", id), Flag("is_streaming", random), Text("web_url", "https://home.example.test/cameras/1?auth=INVENTED"),
        new JsonTreeMember("activity_zones", JsonTree.List(Enumerable.Range(0, random.Next(3)).Select(i => JsonTree.Object(Number("id", i), Text("name", $"Zone {i}"))))),
        new JsonTreeMember("last_event", JsonTree.Object(Flag("has_sound", random), new JsonTreeMember("activity_zone_ids", JsonTree.List(JsonTree.String("1"), JsonTree.String("2"))))));

    private static JsonTree Structure(JsonTree[] devices, Random random) => JsonTree.Object(
        Text("name", "Home"), Text("away", "home"), Ids("thermostats", devices[0]), Ids("smoke_co_alarms", devices[1]), Ids("cameras", devices[2]),
        new JsonTreeMember("wheres", JsonTree.Object(Enumerable.Range(0, random.Next(6)).Select(i => new JsonTreeMember($"w-{i}", JsonTree.Object(Text("where_id", $"w-{i}"), Text("name", $"Room {i}")))))));

    private static JsonTreeMember Ids(string name, JsonTree devices) => new(name, JsonTree.List(devices.Members.Select(device => JsonTree.String(device.Name))));

    private static JsonTreeMember Text(string name, string text) => new(name, JsonTree.String(text));

    private static JsonTreeMember Number(string name, int number) => new(name, JsonTree.Number(number.ToString(CultureInfo.InvariantCulture)));

    private static JsonTreeMember Half(string name, Random random) => new(name, JsonTree.Number((random.Next(18, 60) / 2.0).ToString("0.0", CultureInfo.InvariantCulture)));

    private static JsonTreeMember Flag(string name, Random random) => new(name, JsonTree.Word(random.Next(2) == 0 ? "true" : "false"));
}
