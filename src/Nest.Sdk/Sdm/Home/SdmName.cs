namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The resource names of Google, such as <c>enterprises/P/devices/D</c>. An id is the last segment. See
/// docs/protocol/smart-device-management.md#resources.
/// </summary>
internal static class SdmName
{
    private const string Enterprises = "enterprises/";
    private const string Rooms = "/rooms/";

    /// <summary>Compares whole names: an id alone may repeat in another project.</summary>
    public static StringComparer Comparer => StringComparer.Ordinal;

    /// <summary>The name of a project, under which the devices and structures are listed.</summary>
    public static string Project(string project) => Enterprises + project;

    /// <summary>The name of a device.</summary>
    public static string Device(string project, string id) => $"{Project(project)}/devices/{id}";

    /// <summary>The name of a structure.</summary>
    public static string Structure(string project, string id) => $"{Project(project)}/structures/{id}";

    /// <summary>The name of a room.</summary>
    public static string Room(string project, string structure, string id) => Structure(project, structure) + Rooms + id;

    /// <summary>The id: the last segment. Empty when the name ends with a slash.</summary>
    public static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The full name of the structure of a room. Null when the name is not that of a room in a structure.</summary>
    public static string? StructureOf(string room) =>
        IsRoom(room) && room[..room.LastIndexOf(Rooms, StringComparison.Ordinal)] is var structure && IsStructure(structure) ? structure : null;

    public static bool IsDevice(string name) => IsOf(name, "devices");

    public static bool IsStructure(string name) => IsOf(name, "structures");

    public static bool IsRoom(string name) => IsOf(name, "rooms");

    /// <summary>Whether the name ends with <c>/KIND/ID</c>.</summary>
    private static bool IsOf(string name, string kind)
    {
        var slash = name.LastIndexOf('/');
        return slash > 0 && slash < name.Length - 1 && name.AsSpan(0, slash).EndsWith(kind, StringComparison.Ordinal)
            && slash > kind.Length && name[slash - kind.Length - 1] == '/';
    }
}
