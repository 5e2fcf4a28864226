namespace Nest.Sdk.Testing.Rules;

/// <summary>What the service knows about a home without telling it in the document.</summary>
internal sealed class UntoldState
{
    private readonly Dictionary<string, Dictionary<string, string>> _trips = new(StringComparer.Ordinal);

    /// <summary>Ids of thermostats that somebody put into eco, or that were in eco when the structure went away: they stay there when it comes home.</summary>
    public HashSet<string> EcoByHand { get; } = new(StringComparer.Ordinal);

    /// <summary>When the security state of a structure is looked at again, by structure id.</summary>
    public Dictionary<string, DateTimeOffset> DeterUntil { get; } = new(StringComparer.Ordinal);

    /// <summary>The earliest arrival of each trip to a structure, by trip id.</summary>
    public Dictionary<string, string> TripsTo(string structureId)
    {
        if (!_trips.TryGetValue(structureId, out var trips))
        {
            _trips[structureId] = trips = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        return trips;
    }
}
