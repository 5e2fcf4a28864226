namespace Nest.Sdk.Sdm.Home;

/// <summary>The last believed structures and rooms. Not thread-safe.</summary>
/// <param name="time">The clock that measures how far apart two lists are.</param>
internal sealed class SdmKnownPlaces(TimeProvider time)
{
    private readonly SdmDoubt _empty = new();
    private readonly Dictionary<string, RoomsOfOne> _rooms = new(StringComparer.Ordinal);

    public IReadOnlyList<SdmPlace> Structures { get; private set; } = [];

    public IReadOnlyList<SdmPlace> Rooms => [.. Structures.SelectMany(structure => _rooms.TryGetValue(structure.Name, out var rooms) ? rooms.List : [])];

    /// <summary>Whether a list was suddenly empty, and no other list has confirmed or refuted it.</summary>
    public bool IsInDoubt
    {
        get
        {
            foreach (var (_, rooms) in _rooms)
            {
                if (rooms.Empty.IsOpen)
                    return true;
            }

            return _empty.IsOpen;
        }
    }

    public void TakeStructures(IReadOnlyList<SdmPlace> listed)
    {
        if (!IsBelieved(listed, Structures, _empty))
            return;
        Structures = WithTraits(listed, Structures);
        foreach (var gone in _rooms.Keys.Except(listed.Select(static structure => structure.Name), StringComparer.Ordinal).ToList())
            _rooms.Remove(gone);
    }

    public void TakeRooms(string structure, IReadOnlyList<SdmPlace> listed)
    {
        if (!_rooms.TryGetValue(structure, out var rooms))
            _rooms.Add(structure, rooms = new RoomsOfOne());
        if (IsBelieved(listed, rooms.List, rooms.Empty))
            rooms.List = WithTraits(listed, rooms.List);
    }

    private bool IsBelieved(IReadOnlyList<SdmPlace> listed, IReadOnlyList<SdmPlace> known, SdmDoubt empty)
    {
        if (listed.Count == 0 && known.Count > 0 && !empty.Confirms(time))
            return false;
        empty.Clear();
        return true;
    }

    /// <summary>A place that is listed without traits keeps those that it had: its name does not disappear.</summary>
    private static List<SdmPlace> WithTraits(IReadOnlyList<SdmPlace> listed, IReadOnlyList<SdmPlace> known) =>
        [.. listed.Select(place => place.Traits.Count > 0 ? place : known.FirstOrDefault(one => one.Name == place.Name) ?? place)];

    private sealed class RoomsOfOne
    {
        public IReadOnlyList<SdmPlace> List { get; set; } = [];

        public SdmDoubt Empty { get; } = new();
    }
}
