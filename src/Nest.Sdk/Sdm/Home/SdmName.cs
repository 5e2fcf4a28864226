namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The resource names of Google, such as <c>enterprises/P/devices/D</c>. An id is the last segment. See
/// docs/protocol/smart-device-management.md#resources.
/// </summary>
internal static class SdmName
{
    private const string Root = "enterprises";
    private const string Rooms = "/rooms/";

    /// <summary>Compares whole names: an id alone may repeat in another project.</summary>
    public static StringComparer Comparer => StringComparer.Ordinal;

    /// <summary>
    /// Whether a text is one segment of a resource name: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>~</c>,
    /// which need no escaping, and not only dots.
    /// </summary>
    public static bool IsSegment(string text) =>
        text.Length > 0 && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~') && text.Any(static letter => letter != '.');

    /// <summary>
    /// Gets the resource name of an address in Google's addressing: <c>enterprises/…</c>, also with a slash before it.
    /// Null when the address is a path of the document.
    /// </summary>
    /// <exception cref="ArgumentException">A segment is empty or has other characters than a name.</exception>
    public static string? Of(string address)
    {
        var name = address.Trim('/');
        if (name != Root && !name.StartsWith(Root + "/", StringComparison.Ordinal))
            return null;
        return name.Split('/').All(IsSegment)
            ? name
            : throw new ArgumentException($"The path '{address}' is not one of Google's resource names. Write it like enterprises/PROJECT/devices or enterprises/PROJECT/devices/ID.", nameof(address));
    }

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
