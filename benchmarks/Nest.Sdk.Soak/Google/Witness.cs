using Nest.Sdk.Model;

namespace Nest.Sdk.Soak.Google;

/// <summary>A subscriber that checks that every home follows the previous one, and that a ring is new once.</summary>
/// <param name="thermostat">The id of the thermostat whose humidity numbers the changes.</param>
internal sealed class Witness(string thermostat) : IObserver<DataModelChange>, IObserver<NestEvent>
{
    private readonly HashSet<string> _rings = new(StringComparer.Ordinal);
    private DataModel? _home;
    private int _changes;
    private int _listed;
    private int _lost;
    private int _doubled;

    public int Changes => Volatile.Read(ref _changes);

    /// <summary>The number of changes that a list found first.</summary>
    public int Listed => Volatile.Read(ref _listed);

    /// <summary>The number of breaks: a home that does not follow the previous one, or the end of the stream.</summary>
    public int Lost => Volatile.Read(ref _lost);

    /// <summary>The number of homes and rings that came twice, or of older homes after newer ones.</summary>
    public int Doubled => Volatile.Read(ref _doubled);

    public int Rings
    {
        get
        {
            lock (_rings)
                return _rings.Count;
        }
    }

    public int Number => _home is { } home ? NumberOf(home) : 0;

    public int NumberOf(DataModel home) => (int)(home.Devices.Thermostats.GetValueOrDefault(thermostat)?.Humidity ?? 0);

    public void OnNext(DataModelChange value)
    {
        if (!ReferenceEquals(value.Previous, _home))
            Interlocked.Increment(ref _lost);
        if (_home is not null && (value.Json.Count == 0 || NumberOf(value.Current) < Number))
            Interlocked.Increment(ref _doubled);
        if (value.Source == DataModelChangeSource.List)
            Interlocked.Increment(ref _listed);
        Volatile.Write(ref _home, value.Current);
        Interlocked.Increment(ref _changes);
    }

    public void OnNext(NestEvent value)
    {
        if (value.Kind != NestEventKind.Chime || !value.IsNew)
            return;
        lock (_rings)
            _doubled += _rings.Add(value.SessionId ?? "") ? 0 : 1;
    }

    public void OnError(Exception error) => Interlocked.Increment(ref _lost);

    public void OnCompleted()
    {
    }
}
