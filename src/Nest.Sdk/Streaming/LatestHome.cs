using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>
/// The last model from any source, and its age. Fields under a lock instead of an object, so that an unchanged document
/// allocates nothing.
/// </summary>
internal sealed class LatestHome
{
    private readonly Lock _gate = new();
    private DataModel? _model;
    private long _version;
    private DateTimeOffset _receivedAt;
    private long _knownSince;

    /// <summary>The time at which the document of the last model arrived.</summary>
    public DateTimeOffset ReceivedAt
    {
        get
        {
            lock (_gate)
                return _receivedAt;
        }
    }

    /// <summary>Sets the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">The version of the last published model.</param>
    /// <param name="receivedAt">The time at which its document arrived.</param>
    /// <param name="knownSince">
    /// The time, by the monotonic clock, since which it may be out of date. The response to a later request is newer.
    /// </param>
    public void Set(DataModel model, long version, DateTimeOffset receivedAt, long knownSince)
    {
        lock (_gate)
            (_model, _version, _receivedAt, _knownSince) = (model, version, receivedAt, knownSince);
    }

    /// <summary>Whether there is a model that is at least as new as the response to a request of that time.</summary>
    public bool IsNewerThan(long begun)
    {
        lock (_gate)
            return _model is not null && begun < _knownSince;
    }

    public DataModelSnapshot? ToSnapshot(bool isStale)
    {
        lock (_gate)
        {
            return _model is null
                ? null
                : new DataModelSnapshot { Model = _model, ModelVersion = _version, ReceivedAt = _receivedAt, IsStale = isStale, KnownSince = _knownSince };
        }
    }
}
