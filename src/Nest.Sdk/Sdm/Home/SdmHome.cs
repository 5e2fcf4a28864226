using System.Text.Json;

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
    private long _changes;

    /// <summary>The number of changes that lists and reads have shown. Grows with the first ones too.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Whether values are shown that the last list did not confirm, because that list is not believed.</summary>
    public bool IsDegraded
    {
        get
        {
            lock (_gate)
                return IsDegradedNow();
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

    /// <summary>The obfuscated id of the user. Null until a response has reported it.</summary>
    public string? UserId
    {
        get
        {
            lock (_gate)
                return _userId;
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
                Changed(_devices.Remove(gone));
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
            Changed(known.Replace(device.Traits, at));
        }
    }

    /// <summary>Whether a device is in the home.</summary>
    /// <param name="device">Its resource name.</param>
    public bool Has(string device)
    {
        lock (_gate)
            return _devices.ContainsKey(device);
    }

    /// <summary>
    /// Takes traits that Google reports by themselves. A trait that is missing keeps its value. Implausible ones are not
    /// taken.
    /// </summary>
    /// <param name="device">The resource name of the device.</param>
    /// <param name="traits">The traits.</param>
    /// <param name="at">Their time.</param>
    /// <returns>What became of them.</returns>
    public SdmTaken TakeTraits(string device, IReadOnlyDictionary<string, JsonElement> traits, SdmMoment at)
    {
        lock (_gate)
        {
            if (traits.Count == 0 || !_devices.TryGetValue(device, out var known))
                return default;
            known.Traitless.Clear();
            known.IsTraitless = false;
            var suspects = SdmSuspicion.OfSome(known.Traits, traits);
            var isChanged = known.Take(traits, at, suspects);
            return new SdmTaken(isChanged, suspects.Count > 0);
        }
    }

    /// <summary>Takes one trait that shows as one member of the document.</summary>
    /// <param name="device">The resource name of the device.</param>
    /// <param name="trait">The trait.</param>
    /// <param name="at">Its time.</param>
    /// <returns>
    /// Whether the member is different. Null when the trait means more for this device than one member, and was not taken.
    /// </returns>
    public bool? TakePlain(string device, in SdmPlainTrait trait, SdmMoment at)
    {
        lock (_gate)
        {
            if (!_devices.TryGetValue(device, out var known) || known.IsTraitless || known.Traitless.IsOpen)
                return null;
            return known.TakeText(trait.Name, trait.Json.Span, at);
        }
    }

    /// <summary>Takes a report of an occurrence in front of a camera.</summary>
    /// <inheritdoc cref="SdmSessions.Take"/>
    /// <returns>Whether the last occurrence is different.</returns>
    public bool TakeReport(string device, string id, string? session, SdmSightings seen, string? entry, DateTimeOffset at, bool isEnd)
    {
        lock (_gate)
            return _devices.TryGetValue(device, out var known) && known.TakeReport(id, session, seen, entry, at, isEnd);
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

    private bool IsDegradedNow()
    {
        if (_empty.IsOpen || _places.IsInDoubt)
            return true;
        // Asked for each message, so without a delegate or an enumerator on the heap.
        foreach (var (_, device) in _devices)
        {
            if (device.Traitless.IsOpen)
                return true;
        }

        return false;
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
                Changed(known.Replace(listed.Traits, at));
            return true;
        }

        known.Relate(listed);
        known.Traitless.Clear();
        known.IsTraitless = false;
        var suspects = SdmSuspicion.Of(known.Traits, listed.Traits);
        Changed(known.Replace(listed.Traits, at, suspects));
        return suspects.Count == 0;
    }

    private void Changed(bool isChanged)
    {
        if (isChanged)
            _changes++;
    }
}
