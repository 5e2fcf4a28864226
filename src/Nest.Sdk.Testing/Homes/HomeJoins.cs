using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Homes;

/// <summary>Keeps what a document says twice the same after a change: lists of ids, and the alarm states of structures (section 8.2).</summary>
internal static class HomeJoins
{
    private const string Alarms = "smoke_co_alarms";

    /// <summary>After a value was set at a path.</summary>
    public static void FollowSet(JsonObject root, IReadOnlyList<string> path)
    {
        if (path.Count is not (3 or 4) || path[0] != "devices" || root["devices"].Child(path[1]).Child(path[2]) is not JsonObject device)
        {
            return;
        }

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

    /// <summary>After the value at a path was removed.</summary>
    public static void FollowRemove(JsonObject root, IReadOnlyList<string> path)
    {
        if (path is ["devices", var kind, var id])
        {
            Leave(root, kind, id);
            if (kind is Alarms)
            {
                FollowAlarms(root);
            }
        }
        else if (path is ["structures", var structureId])
        {
            foreach (var (_, collection) in root["devices"].Items())
            {
                foreach (var (deviceId, _) in collection.Items().Where(device => device.Item["structure_id"].Text() == structureId).ToArray())
                {
                    collection.Remove(deviceId);
                }
            }
        }
    }

    /// <summary>A structure shows the worst of its alarms.</summary>
    public static void FollowAlarms(JsonObject root)
    {
        var alarms = root["devices"].Child(Alarms).Items().Select(alarm => alarm.Item).ToArray();
        foreach (var (id, structure) in root["structures"].Items())
        {
            foreach (var field in (ReadOnlySpan<string>)["smoke_alarm_state", "co_alarm_state"])
            {
                var own = alarms.Where(alarm => alarm["structure_id"].Text() == id).ToArray();
                if (own.Length > 0 || structure.ContainsKey(field))
                {
                    structure[field] = ProtectTemplate.Worst(own.Select(alarm => alarm[field].Text()));
                }
            }
        }
    }

    private static void Enter(JsonObject root, string kind, string id, JsonObject device)
    {
        if (root["structures"].Child(device["structure_id"].Text() ?? "") is not JsonObject structure)
        {
            return;
        }

        if (structure[kind] is not JsonArray ids)
        {
            structure[kind] = ids = [];
        }

        ids.Add(id);
    }

    private static void Leave(JsonObject root, string kind, string id)
    {
        foreach (var (_, structure) in root["structures"].Items())
        {
            (structure[kind] as JsonArray)?.RemoveAll(each => each.Text() == id);
        }
    }
}
