namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// The last believed state of a user's homes. Decides what to believe of each list and read. Thread-safe: lists, reads
/// and later messages arrive independently.
/// </summary>
/// <param name="time">The clock that measures how far apart two lists are.</param>
internal sealed class SdmHome(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SdmKnownDevice> _devices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<SdmPlace>> _rooms = new(StringComparer.Ordinal);
    private readonly SdmDoubt _empty = new();
    private IReadOnlyList<SdmPlace> _structures = [];
    private DateTimeOffset _listedAsOf = DateTimeOffset.MinValue;
    private string? _userId;

    /// <summary>Whether values are shown that the last list did not confirm, because that list is not believed.</summary>
    public bool IsDegraded
    {
        get
        {
            lock (_gate)
                return _empty.IsOpen || _devices.Values.Any(static device => device.Traitless.IsOpen);
        }
    }

    public SdmSnapshot ToSnapshot()
    {
        lock (_gate)
            return new SdmSnapshot([.. _devices.Values.Select(static device => device.ToDevice())], _structures, [.. _structures.SelectMany(structure => _rooms.GetValueOrDefault(structure.Name) ?? [])], _userId);
    }

    /// <summary>
    /// Takes a full list of the devices. A device that is missing in it is removed. A list that is older than the last
    /// one changes nothing.
    /// </summary>
    /// <param name="listed">The devices.</param>
    /// <param name="asOf">The time of the values.</param>
    /// <returns>The resource names of devices to read once: some of their traits are implausible.</returns>
    public IReadOnlyList<string> TakeList(IReadOnlyList<SdmDevice> listed, DateTimeOffset asOf)
    {
        lock (_gate)
        {
            // The answer to an older request that arrives late: what it lacks may have been added since.
            if (asOf < _listedAsOf)
                return [];
            _listedAsOf = asOf;
            if (listed.Count == 0 && _devices.Count > 0 && !_empty.Confirms(time))
                return [];
            _empty.Clear();
            Remove(listed.Select(static device => device.Name));
            return [.. listed.Where(device => !Take(device, asOf)).Select(static device => device.Name)];
        }
    }

    /// <summary>Takes a device that was read by itself. It is believed, unless it has no traits at all.</summary>
    public void TakeRead(SdmDevice device, DateTimeOffset asOf)
    {
        lock (_gate)
        {
            if (device.Traits.Count == 0 || !_devices.TryGetValue(device.Name, out var known))
                return;
            known.Relate(device);
            known.Replace(device.Traits, asOf);
        }
    }

    /// <summary>Takes the list of structures.</summary>
    public void TakeStructures(IReadOnlyList<SdmPlace> structures)
    {
        lock (_gate)
        {
            _structures = structures;
            foreach (var gone in _rooms.Keys.Except(structures.Select(static structure => structure.Name), StringComparer.Ordinal).ToList())
                _rooms.Remove(gone);
        }
    }

    /// <summary>Takes the list of rooms of a structure.</summary>
    public void TakeRooms(string structure, IReadOnlyList<SdmPlace> rooms)
    {
        lock (_gate)
            _rooms[structure] = rooms;
    }

    /// <summary>Takes the user's id of a response. Null changes nothing.</summary>
    public void TakeUser(string? userId)
    {
        lock (_gate)
            _userId = userId ?? _userId;
    }

    /// <returns>Whether everything was taken or kept. False when the device must be read once.</returns>
    private bool Take(SdmDevice listed, DateTimeOffset asOf)
    {
        if (!_devices.TryGetValue(listed.Name, out var known))
            _devices.Add(listed.Name, known = new SdmKnownDevice(listed.Name));
        known.Relate(listed);
        if (listed.Traits.Count == 0)
        {
            if (known.IsTraitless || !known.Traitless.Confirms(time))
                return true;
            known.IsTraitless = true;
            known.Replace(listed.Traits, asOf);
            return true;
        }

        known.Traitless.Clear();
        known.IsTraitless = false;
        var suspects = SdmSuspicion.Of(known.Traits, listed.Traits);
        known.Replace(listed.Traits, asOf, suspects);
        return suspects.Count == 0;
    }

    private void Remove(IEnumerable<string> listed)
    {
        foreach (var gone in _devices.Keys.Except(listed, StringComparer.Ordinal).ToList())
            _devices.Remove(gone);
    }
}
