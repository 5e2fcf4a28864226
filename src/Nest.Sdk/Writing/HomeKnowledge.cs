using System.Collections.Concurrent;
using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>Finds the home that a write is judged by: the last known one, or one that is read for it.</summary>
/// <param name="latest">The last known home; null before the first.</param>
/// <param name="read">Reads the home.</param>
/// <param name="time">The clock.</param>
internal sealed class HomeKnowledge(Func<DataModelSnapshot?> latest, Func<CancellationToken, Task<DataModel>> read, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _accepted = new(StringComparer.Ordinal);

    /// <summary>Notes that the server took a write: what was known of its owner before is out of date by our own doing.</summary>
    public void Accepted(string path) => _accepted[path] = time.GetUtcNow();

    /// <summary>The last known home, without asking for it; null when there is none.</summary>
    public KnownHome? Last() => latest() is { } snapshot ? Known(snapshot) : null;

    /// <summary>The last known home; read first when there is none, or when it is from before our own last write to this owner.</summary>
    /// <param name="path">The owner.</param>
    /// <param name="isCurrent">Whether an old home will not do: what a value was before tells one that Nest chose from one that was there.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<KnownHome> AboutAsync(string path, bool isCurrent, CancellationToken cancellationToken)
    {
        if (latest() is { } snapshot && !(isCurrent && snapshot.IsStale))
        {
            if (!_accepted.TryGetValue(path, out var accepted))
                return Known(snapshot);
            if (snapshot.ReceivedAt > accepted)
            {
                _accepted.TryRemove(new(path, accepted));
                return Known(snapshot);
            }
        }

        return new KnownHome(await read(cancellationToken).ConfigureAwait(false), Age: null);
    }

    private KnownHome Known(DataModelSnapshot snapshot)
    {
        var age = time.GetUtcNow() - snapshot.ReceivedAt;
        return new KnownHome(snapshot.Model, snapshot.IsStale ? age < TimeSpan.Zero ? TimeSpan.Zero : age : null);
    }
}
