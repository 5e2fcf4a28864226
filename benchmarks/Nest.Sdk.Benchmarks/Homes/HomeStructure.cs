using System.Text.Json.Nodes;

namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>One structure with its rooms and their devices.</summary>
internal sealed class HomeStructure
{
    private static readonly string[] RoomNames = ["Attic", "Basement", "Bedroom", "Den", "Dining Room", "Entryway", "Garage", "Hallway", "Kitchen", "Living Room", "Office", "Patio"];

    private readonly HomeRandom _random;
    private readonly List<(string Id, string Name)> _rooms;
    private readonly JsonObject _lists = [];

    public HomeStructure(HomeRandom random, int rooms)
    {
        _random = random;
        Id = random.Id(54);
        _rooms = [.. RoomNames.Take(rooms).Select(name => (random.Id(54), name))];
    }

    public string Id { get; }

    /// <summary>
    /// Adds devices to the branch that all structures share, and their ids to the list of this structure.
    /// </summary>
    public void Add(string kind, JsonObject branch, int count, Action<HomeRandom, JsonObject> fill)
    {
        var ids = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var device = Shared(_random.Id(kind == "cameras" ? 54 : 32), _random.OneOf(_rooms));
            fill(_random, device);
            var id = (string)device["device_id"]!;
            branch[id] = device;
            ids.Add(id);
        }

        // The server omits an empty list.
        if (count > 0)
            _lists[kind] = ids;
    }

    public JsonObject ToJson()
    {
        var structure = new JsonObject { ["structure_id"] = Id, ["name"] = "Home" };
        foreach (var (kind, ids) in _lists)
            structure[kind] = ids!.DeepClone();
        structure["away"] = "home";
        structure["country_code"] = "US";
        structure["postal_code"] = "94304";
        structure["time_zone"] = "America/Los_Angeles";
        structure["rhr_enrollment"] = false;
        structure["eta_begin"] = "1970-01-01T00:00:00.000Z";
        structure["co_alarm_state"] = "ok";
        structure["smoke_alarm_state"] = "ok";
        structure["wwn_security_state"] = "ok";
        structure["wheres"] = new JsonObject(_rooms.Select(room => KeyValuePair.Create(room.Id, (JsonNode?)new JsonObject { ["where_id"] = room.Id, ["name"] = room.Name })));
        return structure;
    }

    private JsonObject Shared(string id, (string Id, string Name) room) => new()
    {
        ["device_id"] = id,
        ["structure_id"] = Id,
        ["name"] = room.Name,
        ["name_long"] = room.Name + " device (one)",
        ["where_id"] = room.Id,
        ["where_name"] = room.Name,
        ["software_version"] = "5.9-7",
        ["is_online"] = true,
    };
}
