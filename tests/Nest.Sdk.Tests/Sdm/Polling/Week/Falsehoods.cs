using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>
/// What Google has reported falsely, to find out which of it a client may show: a false state that two lists at least
/// five minutes apart report, with no other list in between.
/// </summary>
internal sealed class Falsehoods(TrueHouse house)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    /// <summary>How long a state may still be on its way to a subscriber after a list has corrected it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, Run> _bare = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> _known = new(StringComparer.Ordinal);
    private readonly Run _empty = new();

    /// <summary>The number of false states that a client had to believe.</summary>
    public int Believed => _empty.Believed + _bare.Values.Sum(static run => run.Believed);

    /// <summary>Whether a client can know better: a list has shown the device as it was, and none has made it forget.</summary>
    public bool IsKnown(string id) => _known.ContainsKey(id);

    /// <summary>Notes a list without any device.</summary>
    public void NoteEmpty(TimeSpan now)
    {
        if (_empty.Continue(now))
            _known.Clear();
    }

    /// <summary>Notes a list, and which of its devices had no traits.</summary>
    public void NoteList(TimeSpan now, IReadOnlyCollection<string> bare)
    {
        _empty.End();
        foreach (var id in house.Thermostats.Select(thermostat => thermostat.Id))
        {
            var run = _bare.TryGetValue(id, out var known) ? known : _bare[id] = new Run();
            if (bare.Contains(id))
            {
                if (run.Continue(now))
                    _known.Remove(id);
                continue;
            }

            run.End();
            _known.TryAdd(id, now);
        }
    }

    /// <summary>Fails when a home shows what no list may have made a client believe.</summary>
    public void AssertBelievable(DataModel home, TimeSpan now)
    {
        Assert.True(home.Devices.Thermostats.Count > 0 || _empty.IsShown(now), "The home is empty.");
        foreach (var (id, shown) in home.Devices.Thermostats)
        {
            var real = house.FindEver(id);
            Assert.True(real is not null, $"{id} has never existed.");
            if (TrueThermostat.IsBare(shown))
                Assert.True(!_known.TryGetValue(id, out var since) || now - since <= Grace || _bare[id].IsShown(now), $"{id} has no values.");
            else
                Assert.True(real.HasBeen(shown), $"{id} has never been like this: {shown}");
        }
    }

    private sealed class Run
    {
        private TimeSpan? _since;
        private TimeSpan? _shown;
        private bool _isBelieved;

        public int Believed { get; private set; }

        /// <returns>Whether the state is believed now.</returns>
        public bool Continue(TimeSpan now)
        {
            _since ??= now;
            if (now - _since < Apart)
                return false;
            Believed += _isBelieved ? 0 : 1;
            (_isBelieved, _shown) = (true, now);
            return true;
        }

        public void End() => (_since, _isBelieved) = (null, false);

        public bool IsShown(TimeSpan now) => _isBelieved || now - _shown <= Grace;
    }
}
