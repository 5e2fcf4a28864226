using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Google.Grants;

namespace Nest.Sdk.Testing.Google.Devices;

/// <summary>
/// The resources of a home that a user granted, as Google writes them. Protects and other companies' devices are not
/// in the API. See docs/protocol/smart-device-management.md#resources and #not-in-the-api.
/// </summary>
internal sealed class SdmHome(JsonObject root, string project, Picks picks)
{
    private IEnumerable<(string Id, JsonObject Item)> GrantedStructures => root["structures"].Items().Where(structure => picks.Shows(structure.Id));

    public IEnumerable<JsonObject> Devices() =>
        [.. OfKind("thermostats", ThermostatTraits.Of, _ => "THERMOSTAT"), .. OfKind("cameras", CameraTraits.Of, camera => CameraTraits.TypeOf(CameraTraits.ModelOf(camera)))];

    public IEnumerable<JsonObject> Structures() =>
        GrantedStructures.Select(structure => Named(SdmNames.Structure(project, structure.Id), "Info", structure.Item["name"].Text()));

    /// <summary>Returns the rooms of a structure. Null when the user has not granted it.</summary>
    public IEnumerable<JsonObject>? Rooms(string structureId) => GrantedStructures.Where(structure => structure.Id == structureId)
        .Select(structure => structure.Item["wheres"].Items().Select(room => Named(SdmNames.Room(project, structureId, room.Id), "RoomInfo", room.Item["name"].Text())))
        .FirstOrDefault();

    private static JsonObject Named(string name, string trait, string? customName) => new()
    {
        ["name"] = name,
        ["traits"] = new JsonObject { ["sdm.structures.traits." + trait] = new JsonObject { ["customName"] = customName ?? "" } },
    };

    private IEnumerable<JsonObject> OfKind(string kind, Func<JsonObject, JsonObject> traits, Func<JsonObject, string> type) =>
        from device in root["devices"].Child(kind).Items()
        let structureId = device.Item["structure_id"].Text()
        where structureId is not null && picks.Shows(device.Id) && picks.Shows(structureId) && root["structures"].Child(structureId) is JsonObject
        select Create(device.Id, device.Item, traits(device.Item), type(device.Item));

    private JsonObject Create(string id, JsonObject device, JsonObject traits, string type)
    {
        var (parent, displayName) = ParentOf(device);
        return new JsonObject
        {
            ["name"] = SdmNames.Device(project, id),
            ["type"] = device[GoogleMember.Name].Child(GoogleMember.Type).Text() ?? "sdm.devices.types." + type,
            // Published samples have it; the discovery document does not.
            ["assignee"] = parent,
            ["traits"] = WithOwn(traits, device),
            ["parentRelations"] = new JsonArray(new JsonObject { ["parent"] = parent, ["displayName"] = displayName }),
        };
    }

    /// <summary>Returns the room of a device, or its structure when it has no room.</summary>
    private (string Parent, string DisplayName) ParentOf(JsonObject device)
    {
        var structureId = device["structure_id"].Text()!;
        var structure = root["structures"].Child(structureId);
        return device["where_id"].Text() is { } roomId && structure.Child("wheres").Child(roomId) is JsonObject room
            ? (SdmNames.Room(project, structureId, roomId), room["name"].Text() ?? device["where_name"].Text() ?? "")
            : (SdmNames.Structure(project, structureId), device["where_name"].Text() ?? structure.Child("name").Text() ?? "");
    }

    /// <summary>Replaces and removes the traits that the device itself names.</summary>
    private static JsonObject WithOwn(JsonObject traits, JsonObject device)
    {
        foreach (var (name, trait) in device[GoogleMember.Name].Child(GoogleMember.Traits) as JsonObject ?? [])
        {
            traits.Remove(name);
            if (trait is not null)
                traits[name] = trait.DeepClone();
        }

        return traits;
    }
}
