using System.Collections.Concurrent;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>
/// Provides the home that a write is checked against: the last known one, or one that is read for it.
/// </summary>
/// <param name="latest">Gets the last known home. Null before the first.</param>
/// <param name="read">Reads the home.</param>
/// <param name="time">The clock.</param>
internal sealed class HomeSource(Func<DataModelSnapshot?> latest, Func<CancellationToken, Task<DataModel>> read, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _outdated = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes that the server accepted a write, or may have. The write invalidates the part of the model within its
    /// reach.
    /// </summary>
    /// <param name="reach">The path of a device or structure, or <c>/</c> for all.</param>
    public void Invalidate(string reach) => _outdated[reach] = time.GetTimestamp();

    /// <summary>Gets the last known home without a read. Null before the first home.</summary>
    public KnownHome? Last() => latest() is { } snapshot ? Known(snapshot) : null;

    /// <summary>
    /// Gets the last known home. Reads it when no home is known yet, or when a write of this client to this device or
    /// structure is newer.
    /// </summary>
    /// <param name="path">The path of the device or structure.</param>
    /// <param name="isCurrent">
    /// Whether the home must be current. A confirmation compares with the value before the write, to recognize a value
    /// that Nest adjusted or went back to.
    /// </param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<KnownHome> GetAsync(string path, bool isCurrent, CancellationToken cancellationToken) =>
        latest() is { } snapshot && !(isCurrent && snapshot.IsStale) && !IsFromBefore(snapshot, path) && !IsFromBefore(snapshot, WriteIntent.All)
            ? Known(snapshot)
            : new KnownHome(await read(cancellationToken).ConfigureAwait(false), Age: null);

    private bool IsFromBefore(DataModelSnapshot snapshot, string reach) => _outdated.TryGetValue(reach, out var since) && snapshot.KnownSince <= since;

    private KnownHome Known(DataModelSnapshot snapshot) => new(snapshot.Model, snapshot.IsStale ? Age(snapshot) : null);

    /// <summary>
    /// Gets the larger of two ages: the monotonic clock ignores changes of the system clock, and the system clock
    /// includes the sleep of the machine.
    /// </summary>
    private TimeSpan Age(DataModelSnapshot snapshot)
    {
        var (byWall, passed) = (time.GetUtcNow() - snapshot.ReceivedAt, time.GetElapsedTime(snapshot.KnownSince));
        return byWall > passed ? byWall : passed;
    }
}
