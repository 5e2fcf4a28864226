using System.Collections.Concurrent;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>Finds the home that a write is judged by: the last known one, or one that is read for it.</summary>
/// <param name="latest">The last known home; null before the first.</param>
/// <param name="read">Reads the home.</param>
/// <param name="time">The clock.</param>
internal sealed class HomeKnowledge(Func<DataModelSnapshot?> latest, Func<CancellationToken, Task<DataModel>> read, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _outdated = new(StringComparer.Ordinal);

    /// <summary>Notes that the server took a write, or may have: what was known before of what it reaches is out of date by our own doing.</summary>
    /// <param name="reach">The path of an owner; <c>/</c> for all.</param>
    public void Outdated(string reach) => _outdated[reach] = time.GetTimestamp();

    /// <summary>The last known home, without asking for it; null when there is none.</summary>
    public KnownHome? Last() => latest() is { } snapshot ? Known(snapshot) : null;

    /// <summary>The last known home; read first when there is none, or when it is from before a write of our own that reached this owner.</summary>
    /// <param name="path">The owner.</param>
    /// <param name="isCurrent">Whether an old home will not do: what a value was before tells one that Nest chose from one that was there, and from one it goes back to.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<KnownHome> AboutAsync(string path, bool isCurrent, CancellationToken cancellationToken) =>
        latest() is { } snapshot && !(isCurrent && snapshot.IsStale) && !IsFromBefore(snapshot, path) && !IsFromBefore(snapshot, WriteIntent.All)
            ? Known(snapshot)
            : new KnownHome(await read(cancellationToken).ConfigureAwait(false), Age: null);

    private bool IsFromBefore(DataModelSnapshot snapshot, string reach) => _outdated.TryGetValue(reach, out var since) && snapshot.KnownSince <= since;

    private KnownHome Known(DataModelSnapshot snapshot) => new(snapshot.Model, snapshot.IsStale ? Age(snapshot) : null);

    /// <summary>A clock that was set back makes nothing younger; but only the clock on the wall counts the sleep of a machine.</summary>
    private TimeSpan Age(DataModelSnapshot snapshot)
    {
        var (byWall, passed) = (time.GetUtcNow() - snapshot.ReceivedAt, time.GetElapsedTime(snapshot.KnownSince));
        return byWall > passed ? byWall : passed;
    }
}
