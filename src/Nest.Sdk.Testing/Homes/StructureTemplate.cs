using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Homes;

/// <summary>
/// A structure with every field of docs/protocol/works-with-nest.md#structures that all permissions together show.
/// </summary>
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

    /// <summary>Returns the id of a room of the structure. Adds a missing room.</summary>
    public static string AddWhere(JsonObject structure, string structureName, string name)
    {
        if (structure["wheres"] is not JsonObject wheres)
            structure["wheres"] = wheres = [];

        if (wheres.Items().FirstOrDefault(where => where.Item["name"].Text() == name) is { Id: { } known })
            return known;

        var id = FakeIds.Where(structureName, name);
        wheres[id] = new JsonObject { ["where_id"] = id, ["name"] = name };
        return id;
    }
}
