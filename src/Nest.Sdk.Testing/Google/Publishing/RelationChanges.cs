using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Google.Publishing;

/// <summary>
/// Finds the structures, rooms and devices that were added, moved and removed. See
/// docs/protocol/smart-device-management.md#relation-events.
/// </summary>
internal static class RelationChanges
{
    private const string Created = "CREATED";
    private const string Updated = "UPDATED";
    private const string Deleted = "DELETED";

    /// <summary>
    /// Returns type, subject and object of each change. A structure has no subject: its text is empty.
    /// </summary>
    public static IEnumerable<(string Type, string Subject, string Object)> Between(HomeSnapshot before, HomeSnapshot after) =>
    [
        .. after.Structures.Except(before.Structures, StringComparer.Ordinal).Select(name => (Created, "", name)),
        .. after.Rooms.Except(before.Rooms, StringComparer.Ordinal).Select(name => (Created, HomeSnapshot.StructureOf(name), name)),
        .. after.Devices.SelectMany(device => OfDevice(before.Devices.GetValueOrDefault(device.Key), device.Value, device.Key)),
        .. before.Devices.Where(device => !after.Devices.ContainsKey(device.Key)).Select(device => (Deleted, StructureOf(device.Value), device.Key)),
        .. before.Rooms.Except(after.Rooms, StringComparer.Ordinal).Select(name => (Deleted, HomeSnapshot.StructureOf(name), name)),
        .. before.Structures.Except(after.Structures, StringComparer.Ordinal).Select(name => (Deleted, "", name)),
    ];

    private static IEnumerable<(string Type, string Subject, string Object)> OfDevice(JsonObject? before, JsonObject after, string name)
    {
        if (before is null)
            yield return (Created, StructureOf(after), name);
        else if (HomeSnapshot.ParentOf(before) != HomeSnapshot.ParentOf(after))
            yield return (Updated, HomeSnapshot.ParentOf(after), name);
    }

    private static string StructureOf(JsonObject device) => HomeSnapshot.StructureOf(HomeSnapshot.ParentOf(device));
}
