using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Google.Devices;
using Nest.Sdk.Testing.Google.Grants;

namespace Nest.Sdk.Testing.Google.Publishing;

/// <summary>The resources of a home, as far as messages can say that they change.</summary>
internal sealed class HomeSnapshot
{
    private HomeSnapshot(SortedDictionary<string, JsonObject> devices, IReadOnlyList<string> structures, IReadOnlyList<string> rooms) =>
        (Devices, Structures, Rooms) = (devices, structures, rooms);

    /// <summary>The devices by their names.</summary>
    public SortedDictionary<string, JsonObject> Devices { get; }

    public IReadOnlyList<string> Structures { get; }

    public IReadOnlyList<string> Rooms { get; }

    public static HomeSnapshot Of(JsonObject root, string project)
    {
        var home = new SdmHome(root, project, Picks.Everything);
        var structures = home.Structures().Select(NameOf).ToList();
        return new HomeSnapshot(
            new(home.Devices().ToDictionary(NameOf, StringComparer.Ordinal), StringComparer.Ordinal),
            structures,
            [.. structures.SelectMany(structure => home.Rooms(structure.Split('/')[^1]) ?? []).Select(NameOf)]);
    }

    /// <summary>Returns the room of a device, or its structure when it has no room.</summary>
    public static string ParentOf(JsonObject device) => device["parentRelations"]![0]!["parent"]!.ToString();

    /// <summary>Returns the structure of a room or structure.</summary>
    public static string StructureOf(string name) => string.Join('/', name.Split('/').Take(4));

    private static string NameOf(JsonObject resource) => resource["name"].Text()!;
}
