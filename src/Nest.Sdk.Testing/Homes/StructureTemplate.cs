using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Homes;

/// <summary>A structure with every field of section 8.2 that a full permission shows.</summary>
internal static class StructureTemplate
{
    public static JsonObject Create(string name, string away) => new()
    {
        ["structure_id"] = FakeIds.Structure(name),
        ["name"] = name,
        ["away"] = away,
        ["country_code"] = "US",
        ["postal_code"] = "00000",
        ["time_zone"] = "America/Los_Angeles",
        ["rhr_enrollment"] = false,
        ["eta_begin"] = NestTime.Epoch,
        ["co_alarm_state"] = "ok",
        ["smoke_alarm_state"] = "ok",
        ["wwn_security_state"] = "ok",
        ["wheres"] = new JsonObject(),
    };

    /// <summary>The id of a room of the structure, which gets the room when it has none of this name.</summary>
    public static string AddWhere(JsonObject structure, string name)
    {
        var id = FakeIds.Where(structure["name"]!.ToString(), name);
        var wheres = (JsonObject)(structure["wheres"] ??= new JsonObject());
        wheres.TryAdd(id, new JsonObject { ["where_id"] = id, ["name"] = name });
        return id;
    }
}
