namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Finds the place and the name of each device, and what is known of each structure: from the lists, and from the
/// devices' own relations, which come first. See docs/protocol/smart-device-management.md#structures-and-rooms.
/// </summary>
internal sealed class SdmPlaces
{
    private readonly SdmSnapshot _home;
    private readonly Dictionary<string, string> _labels = new(SdmName.Comparer);

    public SdmPlaces(SdmSnapshot home)
    {
        _home = home;
        Label(home.Structures, SdmTraits.StructureInfo);
        Label(home.Rooms, SdmTraits.RoomInfo);
        // Of two devices with one id the last one counts, as in any JSON object.
        var entries = new SortedDictionary<string, SdmEntry>(StringComparer.Ordinal);
        foreach (var device in home.Devices)
        {
            if (SdmKinds.Of(device) is not SdmKind.Other and var kind)
                entries[SdmName.IdOf(device.Name)] = Place(device, kind);
        }

        Devices = [.. entries.Values];
    }

    /// <summary>The devices of the document, in the order of their ids.</summary>
    public IReadOnlyList<SdmEntry> Devices { get; }

    /// <summary>The name of a structure or room in the lists. Null when it is not listed or has no name.</summary>
    public string? LabelOf(string place) => _labels.GetValueOrDefault(place);

    /// <summary>
    /// The full names of all structures, in the order of their ids: those that are listed, and those that only a device
    /// or a room names.
    /// </summary>
    public IEnumerable<string> Structures() => ById(_home.Structures.Select(structure => structure.Name)
        .Concat(_home.Rooms.Select(room => SdmName.StructureOf(room.Name)).OfType<string>())
        .Concat(Devices.Select(device => device.Structure).OfType<string>()));

    /// <summary>The full names of the rooms of a structure, in the order of their ids.</summary>
    public IEnumerable<string> RoomsOf(string structure) => ById(_home.Rooms.Select(room => room.Name)
        .Concat(Devices.Select(device => device.Room).OfType<string>())
        .Where(room => SdmName.Comparer.Equals(SdmName.StructureOf(room), structure)));

    /// <summary>
    /// The name of a room: as listed, or until then as its devices call it. Null when neither reports it.
    /// </summary>
    public string? NameOfRoom(string room) =>
        LabelOf(room) ?? Devices.FirstOrDefault(device => SdmName.Comparer.Equals(device.Room, room) && device.RoomName is not null)?.RoomName;

    private static IEnumerable<string> ById(IEnumerable<string> names) =>
        names.DistinctBy(SdmName.IdOf, StringComparer.Ordinal).OrderBy(SdmName.IdOf, StringComparer.Ordinal);

    private SdmEntry Place(SdmDevice device, SdmKind kind)
    {
        var inRoom = device.Parents.FirstOrDefault(relation => relation.Parent is { } parent && SdmName.IsRoom(parent));
        var inStructure = device.Parents.FirstOrDefault(relation => relation.Parent is { } parent && SdmName.IsStructure(parent));
        var room = inRoom?.Parent;
        var roomName = room is null ? null : inRoom!.DisplayName ?? LabelOf(room);
        var structure = (room is null ? null : SdmName.StructureOf(room)) ?? inStructure?.Parent;
        var info = device.Traits.TryGetValue(SdmTraits.Info, out var trait) ? SdmJson.Label(SdmJson.Member(trait, "customName"u8)) : null;
        // The relation to a structure may have a name like that of a room, and it is there before any list.
        var name = info ?? roomName ?? inStructure?.DisplayName ?? (structure is null ? null : LabelOf(structure))
            ?? device.Parents.Select(relation => relation.DisplayName).FirstOrDefault(shown => shown is not null) ?? kind.ToString();
        return new SdmEntry(device, SdmName.IdOf(device.Name), kind, structure, room, roomName, name);
    }

    private void Label(IReadOnlyList<SdmPlace> places, string trait)
    {
        foreach (var place in places)
        {
            if (place.Traits.TryGetValue(trait, out var info) && SdmJson.Label(SdmJson.Member(info, "customName"u8)) is { } name)
                _labels[place.Name] = name;
        }
    }
}
