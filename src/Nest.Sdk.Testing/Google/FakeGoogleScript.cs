using System.Globalization;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing;

/// <summary>
/// The script of bogus states. They show in the next reads (<see cref="Next"/>) or for a time (<see cref="While"/>).
/// All that concern a read are applied, the oldest first. The home does not change.
/// </summary>
public sealed class FakeGoogleScript
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    internal FakeGoogleScript()
    {
    }

    /// <summary>
    /// Gets descriptions of the states that are pending or active. A test that ends with an unused one may have tested
    /// nothing.
    /// </summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (_lock)
                return [.. _entries.Select(entry => $"{entry}")];
        }
    }

    /// <summary>Reports a bogus state in the next reads that would show the device.</summary>
    /// <param name="state">The state.</param>
    /// <param name="reads">The reads that show it. Default: lists and reads of the device.</param>
    /// <param name="times">The number of reads. Default: 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    /// <exception cref="ArgumentException">No read can show the state.</exception>
    public void Next(BogusState state, BogusReads reads = BogusReads.All, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Add(state, reads, times);
    }

    /// <summary>Reports a bogus state until the result is disposed.</summary>
    /// <param name="state">The state.</param>
    /// <param name="reads">The reads that show it. Default: lists and reads of the device.</param>
    /// <exception cref="ArgumentException">No read can show the state.</exception>
    public IDisposable While(BogusState state, BogusReads reads = BogusReads.All) => new Ending(this, Add(state, reads, times: null));

    /// <summary>Removes every state.</summary>
    public void Clear()
    {
        lock (_lock)
            _entries.Clear();
    }

    /// <summary>Returns the devices that a list reports.</summary>
    internal IEnumerable<JsonObject> OfList(IEnumerable<JsonObject> devices) => Apply([.. devices], BogusReads.Lists);

    /// <summary>Returns the device that a read reports. Null for none.</summary>
    internal JsonObject? OfGet(IEnumerable<JsonObject> device) => Apply([.. device], BogusReads.Gets).FirstOrDefault();

    private List<JsonObject> Apply(List<JsonObject> devices, BogusReads read)
    {
        Entry[] due;
        lock (_lock)
        {
            due = [.. _entries.Where(entry => entry.Reads.HasFlag(read) && devices.Exists(entry.State.Concerns))];
            foreach (var entry in due)
                entry.Left--;

            _entries.RemoveAll(entry => entry.Left <= 0);
        }

        foreach (var entry in due)
            devices = [.. devices.Select(entry.State.Apply).OfType<JsonObject>()];

        return devices;
    }

    private Entry Add(BogusState state, BogusReads reads, int? times)
    {
        ArgumentNullException.ThrowIfNull(state);
        var shown = state.IsOfLists ? reads & BogusReads.Lists : reads;
        if ((shown & BogusReads.All) == BogusReads.None)
            throw new ArgumentException($"No read can show the state '{state}'. Choose BogusReads.Lists, BogusReads.Gets or both; an empty list needs lists.", nameof(reads));

        var entry = new Entry(state, shown, times);
        lock (_lock)
            _entries.Add(entry);

        return entry;
    }

    private sealed class Entry(BogusState state, BogusReads reads, int? times)
    {
        public BogusState State => state;

        public BogusReads Reads => reads;

        /// <summary>The number of reads left. Null for a state that lasts.</summary>
        public int? Left { get; set; } = times;

        public override string ToString() =>
            $"{(Left is { } left ? left.ToString(CultureInfo.InvariantCulture) + " x " : "")}{state} ({reads}{(Left is null ? ", lasting" : "")})";
    }

    private sealed class Ending(FakeGoogleScript script, Entry entry) : IDisposable
    {
        public void Dispose()
        {
            lock (script._lock)
                script._entries.Remove(entry);
        }
    }
}
