using System.Text.Json.Nodes;

namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>The changes of a home in one day.</summary>
internal static class HomeEdits
{
    /// <summary>Changes the thermostat in the middle.</summary>
    public static void ChangeHumidity(JsonObject home)
    {
        var thermostat = At(Devices(home, "thermostats"), 0.5);
        thermostat["humidity"] = (int)thermostat["humidity"]! == 45 ? 50 : 45;
    }

    public static void LeaveHome(JsonObject home) => home["structures"]!.AsObject().First().Value!["away"] = "away";

    public static void ChangeThreeLengths(JsonObject home)
    {
        var celsius = (decimal)At(Devices(home, "thermostats"), 0.25)["ambient_temperature_c"]!;
        At(Devices(home, "thermostats"), 0.25)["ambient_temperature_c"] = celsius == decimal.Truncate(celsius) ? celsius + 0.5m : decimal.Truncate(celsius);
        At(Devices(home, "thermostats"), 0.75)["hvac_state"] = "off";
        At(Devices(home, "smoke_co_alarms"), 0.5)["ui_color_state"] = "yellow";
    }

    /// <summary>Removes the thermostat in the middle, and its id from the list of its structure.</summary>
    public static void RemoveThermostat(JsonObject home)
    {
        var thermostat = At(Devices(home, "thermostats"), 0.5);
        var id = (string)thermostat["device_id"]!;
        Devices(home, "thermostats").Remove(id);
        var list = home["structures"]![(string)thermostat["structure_id"]!]!["thermostats"]!.AsArray();
        list.RemoveAt(list.Select(static item => (string)item!).ToList().IndexOf(id));
    }

    /// <summary>The same home with the members of every object in another order.</summary>
    public static JsonNode Shuffle(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject owner:
                var members = owner.ToArray();
                random.Shuffle(members);
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Shuffle(member.Value, random))));
            case JsonArray list:
                return new JsonArray([.. list.Select(item => item is null ? null : Shuffle(item, random))]);
            default:
                return node.DeepClone();
        }
    }

    private static JsonObject Devices(JsonObject home, string kind) => home["devices"]![kind]!.AsObject();

    private static JsonObject At(JsonObject branch, double share) => branch[(int)(branch.Count * share)]!.AsObject();
}
