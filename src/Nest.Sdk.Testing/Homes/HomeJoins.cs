using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Homes;

/// <summary>
/// Keeps redundant parts of a document consistent after a change: the lists of ids and the alarm states of structures.
/// See docs/protocol/works-with-nest.md#structures.
/// </summary>
internal static class HomeJoins
{
    private const string Alarms = "smoke_co_alarms";

    /// <summary>Follows the setting of a value at a path.</summary>
    public static void FollowSet(JsonObject root, IReadOnlyList<string> path)
    {
        if (path.Count is not (3 or 4) || path[0] != "devices" || root["devices"].Child(path[1]).Child(path[2]) is not JsonObject device)
            return;

        var (kind, id, field) = (path[1], path[2], path.Count == 4 ? path[3] : null);
        if (field is null or "structure_id")
        {
            Leave(root, kind, id);
            Enter(root, kind, id, device);
        }

        if (kind is Alarms && field is null or "smoke_alarm_state" or "co_alarm_state" or "battery_health" or "structure_id")
        {
            ProtectTemplate.Recolor(device);
            FollowAlarms(root);
        }
    }

    /// <summary>
    /// Follows a removal or replacement. Removes the ids of removed devices from the structures, and the devices of
    /// removed structures.
    /// </summary>
    public static void FollowLoss(JsonObject before, JsonObject after)
    {
        foreach (var (id, _) in before["structures"].Items().Where(structure => after["structures"] is not JsonObject left || !left.ContainsKey(structure.Id)))
        {
            foreach (var device in Devices(after).Where(device => Home(device.Item) == id).ToArray())
                device.Collection.Remove(device.Path[^1]);
        }

        var present = Devices(after).Select(device => string.Join('/', device.Path)).ToHashSet(StringComparer.Ordinal);
        var lost = Devices(before).Where(device => !present.Contains(string.Join('/', device.Path))).ToArray();
        Array.ForEach(lost, device => Leave(after, device.Path));
        if (Array.Exists(lost, device => device.Path[0] is Alarms))
            FollowAlarms(after);
    }

    /// <summary>Sets the alarm states of each structure to the worst of its alarms.</summary>
    public static void FollowAlarms(JsonObject root)
    {
        var alarms = root["devices"].Child(Alarms).Items().Select(alarm => alarm.Item).ToArray();
        foreach (var (id, structure) in root["structures"].Items())
        {
            foreach (var field in (ReadOnlySpan<string>)["smoke_alarm_state", "co_alarm_state"])
            {
                var own = alarms.Where(alarm => alarm["structure_id"].Text() == id).ToArray();
                if (own.Length > 0 || structure.ContainsKey(field))
                    structure[field] = ProtectTemplate.Worst(own.Select(alarm => alarm[field].Text()));
            }
        }
    }

    /// <summary>Returns whether a structure or a Nest device has this id.</summary>
    public static bool HasOwner(JsonObject root, string id) =>
        root["structures"].Child(id) is JsonObject || Devices(root).Any(device => device.Path is [_, var own] && own == id);

    private static void Enter(JsonObject root, string kind, string id, JsonObject device)
    {
        if (root["structures"].Child(device["structure_id"].Text() ?? "") is not JsonObject structure)
            return;

        if (structure[kind] is not JsonArray ids)
            structure[kind] = ids = [];

        ids.Add(id);
    }

    private static void Leave(JsonObject root, params string[] device)
    {
        foreach (var (_, structure) in root["structures"].Items())
        {
            var list = device is [var company, var type, _] ? structure["devices"].Child(company).Child(type) : structure[device[0]];
            (list as JsonArray)?.RemoveAll(each => each.Text() == device[^1]);
        }
    }

    /// <summary>
    /// Returns every device with its path below <c>devices</c>: a kind and an id, or a company, a type and an id. See
    /// docs/protocol/works-with-nest.md#company-branch.
    /// </summary>
    private static IEnumerable<(string[] Path, JsonObject Collection, JsonNode? Item)> Devices(JsonObject root) =>
        from branch in root["devices"].Items()
        from collection in IsKind(branch.Id)
            ? [(Path: new[] { branch.Id }, branch.Item)]
            : branch.Item.Items().Select(type => (Path: new[] { branch.Id, type.Id }, type.Item))
        from device in collection.Item
        select ((string[])[.. collection.Path, device.Key], collection.Item, device.Value);

    private static bool IsKind(string branch) => branch is "thermostats" or Alarms or "cameras";

    private static string? Home(JsonNode? device) => (device.Child("structure_id") ?? device.Child("location").Child("structure_id")).Text();
}
