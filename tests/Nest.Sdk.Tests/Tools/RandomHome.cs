using System.Text.Json.Nodes;

namespace Nest.Sdk.Tests.Tools;

/// <summary>A small home that changes at random; every change is a real one.</summary>
internal static class RandomHome
{
    private static int Next { get; set; }

    public static JsonObject Create(Random random)
    {
        var home = new JsonObject { ["devices"] = new JsonObject { ["thermostats"] = new JsonObject() }, ["structures"] = new JsonObject { ["s"] = new JsonObject() } };
        for (var i = 0; i < 4; i++)
            AddDevice(home, random);
        return home;
    }

    public static void Change(JsonObject home, Random random)
    {
        var devices = Devices(home);
        var ids = devices.Select(device => device.Key).ToArray();
        switch (random.Next(10))
        {
            case 0:
                AddDevice(home, random);
                break;
            case 1 when ids.Length > 1:
                devices.Remove(ids[random.Next(ids.Length)]);
                break;
            case 2:
                home["structures"]!["s"]!["thermostats"] = new JsonArray([.. ids.OrderBy(_ => random.Next()).Append($"{Next++}").Select(id => JsonValue.Create(id))]);
                break;
            case 3:
                home["odd"] = new JsonObject { ["a/b~c"] = new JsonArray(Next++, null, "ü\n\"") };
                break;
            default:
                devices[ids[random.Next(ids.Length)]]!["name"] = $"name {Next++}";
                break;
        }
    }

    private static JsonObject Devices(JsonObject home) => home["devices"]!["thermostats"]!.AsObject();

    private static void AddDevice(JsonObject home, Random random) =>
        Devices(home)[$"device-{Next++}"] = new JsonObject { ["humidity"] = random.Next(100), ["target_temperature_c"] = random.Next(18, 50) / 2.0, ["has_leaf"] = random.Next(2) == 0 };
}
