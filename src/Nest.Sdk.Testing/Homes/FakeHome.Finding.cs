using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing;

/// <content>Ids by name.</content>
public sealed partial class FakeHome
{
    /// <summary>Returns the id of the structure with this name.</summary>
    /// <param name="name">Its <c>name</c>.</param>
    /// <exception cref="ArgumentException">No structure has this name, or more than one does.</exception>
    public string StructureId(string name) => FindId(Root["structures"], "structure", name);

    /// <summary>Returns the id of the thermostat with this name.</summary>
    /// <param name="name">
    /// Its <c>name</c>: the room, followed by the label in parentheses if it has one. The room alone is enough when it
    /// is unique.
    /// </param>
    /// <exception cref="ArgumentException">No thermostat has this name, or more than one does.</exception>
    public string ThermostatId(string name) => FindId(Root["devices"].Child("thermostats"), "thermostat", name);

    /// <summary>Returns the id of the smoke and CO alarm with this name.</summary>
    /// <param name="name">Its <c>name</c>: the room.</param>
    /// <exception cref="ArgumentException">No alarm has this name, or more than one does.</exception>
    public string ProtectId(string name) => FindId(Root["devices"].Child("smoke_co_alarms"), "smoke and CO alarm", name);

    /// <summary>Returns the id of the camera with this name.</summary>
    /// <param name="name">Its <c>name</c>: the room.</param>
    /// <exception cref="ArgumentException">No camera has this name, or more than one does.</exception>
    public string CameraId(string name) => FindId(Root["devices"].Child("cameras"), "camera", name);

    private static string FindId(JsonNode? collection, string kind, string name)
    {
        var items = collection as JsonObject ?? [];
        var found = FindBy("name") is { Length: > 0 } named ? named : FindBy("where_name");
        return found switch
        {
            [var id] => id,
            [] => throw new ArgumentException($"No {kind} is named '{name}'. Existing names: {string.Join(", ", items.Select(item => item.Value.Child("name")))}.", nameof(name)),
            _ => throw new ArgumentException($"The name '{name}' is ambiguous: {found.Length} items of kind {kind} have it.", nameof(name)),
        };

        string[] FindBy(string field) =>
            [.. items.Where(item => string.Equals($"{item.Value.Child(field)}", name, StringComparison.Ordinal)).Select(item => item.Key)];
    }

    private (string Id, JsonObject Item) FindStructure(string? name)
    {
        var structures = Collection("structures");
        var id = (name is null ? structures.LastOrDefault().Key : StructureId(name))
            ?? throw new ArgumentException("A device needs a structure: call WithStructure first.", nameof(name));
        return (id, structures[id] as JsonObject ?? throw new ArgumentException($"The structure '{id}' is not an object.", nameof(name)));
    }
}
