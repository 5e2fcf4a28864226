namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The last believed state of a user's homes. Decides what to believe of each list and read. Thread-safe: lists and
/// reads arrive independently.
/// </summary>
/// <param name="time">The clock that measures how far apart two lists are.</param>
internal sealed class SdmHome(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SdmKnownDevice> _devices = new(StringComparer.Ordinal);
    private readonly SdmKnownPlaces _places = new(time);
    private readonly SdmDoubt _empty = new();
    private SdmMoment? _listedAt;
    private string? _userId;

    /// <summary>Whether values are shown that the last list did not confirm, because that list is not believed.</summary>
    public bool IsDegraded
    {
        get
        {
            lock (_gate)
                return _empty.IsOpen || _places.IsInDoubt || _devices.Values.Any(static device => device.Traitless.IsOpen);
        }
    }

    /// <summary>Whether structures or rooms must be listed again soon.</summary>
    public bool ArePlacesInDoubt
    {
        get
        {
            lock (_gate)
                return _places.IsInDoubt;
        }
    }

    public SdmSnapshot ToSnapshot()
    {
        lock (_gate)
            return new SdmSnapshot([.. _devices.Values.Select(static device => device.ToDevice())], _places.Structures, _places.Rooms, _userId);
    }

    /// <summary>
    /// Takes a full list of the devices. A device that is missing in it is removed. A list that is older than the last
    /// one changes nothing.
    /// </summary>
    /// <param name="listed">The devices.</param>
    /// <param name="at">The time of the values.</param>
    /// <returns>The resource names of devices to read once: some of their traits are implausible.</returns>
    public IReadOnlyList<string> TakeList(IReadOnlyList<SdmDevice> listed, SdmMoment at)
    {
        lock (_gate)
        {
            // The answer to an older request that arrives late: what it lacks may have been added since.
            if (_listedAt is { } last && !at.Replaces(last))
                return [];
            _listedAt = at;
            if (listed.Count == 0 && _devices.Count > 0 && !_empty.Confirms(time))
                return [];
            _empty.Clear();
            foreach (var gone in _devices.Keys.Except(listed.Select(static device => device.Name), StringComparer.Ordinal).ToList())
                _devices.Remove(gone);
            return [.. listed.Where(device => !Take(device, at)).Select(static device => device.Name)];
        }
    }

    /// <summary>Takes a device that was read by itself. It is believed, unless it has no traits at all.</summary>
    public void TakeRead(SdmDevice device, SdmMoment at)
    {
        lock (_gate)
        {
            if (device.Traits.Count == 0 || !_devices.TryGetValue(device.Name, out var known))
                return;
            known.Relate(device);
            known.Replace(device.Traits, at);
        }
    }

    /// <summary>Takes the list of structures.</summary>
    public void TakeStructures(IReadOnlyList<SdmPlace> structures)
    {
        lock (_gate)
            _places.TakeStructures(structures);
    }

    /// <summary>Takes the list of rooms of a structure.</summary>
    public void TakeRooms(string structure, IReadOnlyList<SdmPlace> rooms)
    {
        lock (_gate)
            _places.TakeRooms(structure, rooms);
    }

    /// <summary>Takes the user's id of a response. Null changes nothing.</summary>
    public void TakeUser(string? userId)
    {
        lock (_gate)
            _userId = userId ?? _userId;
    }

    /// <returns>Whether everything was taken or kept. False when the device must be read once.</returns>
    private bool Take(SdmDevice listed, SdmMoment at)
    {
        var isNew = !_devices.TryGetValue(listed.Name, out var known);
        if (known is null)
            _devices.Add(listed.Name, known = new SdmKnownDevice(listed.Name));
        if (listed.Traits.Count == 0)
        {
            if (!known.IsTraitless)
                known.IsTraitless = known.Traitless.Confirms(time);
            // Such a list may lack the relations too.
            if (isNew || known.IsTraitless)
                known.Relate(listed);
            if (known.IsTraitless)
                known.Replace(listed.Traits, at);
            return true;
        }

        known.Relate(listed);
        known.Traitless.Clear();
        known.IsTraitless = false;
        var suspects = SdmSuspicion.Of(known.Traits, listed.Traits);
        known.Replace(listed.Traits, at, suspects);
        return suspects.Count == 0;
    }
}
