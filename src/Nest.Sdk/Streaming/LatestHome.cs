using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>The last model from anywhere, and how old it is. Fields under a lock instead of an object: a document that says nothing new allocates nothing.</summary>
internal sealed class LatestHome
{
    private readonly Lock _gate = new();
    private DataModel? _model;
    private long _version;
    private DateTimeOffset _receivedAt;
    private long _knownSince;

    /// <summary>When the document of the last model came.</summary>
    public DateTimeOffset ReceivedAt
    {
        get
        {
            lock (_gate)
                return _receivedAt;
        }
    }

    /// <summary>Takes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">The version of the last model that was published.</param>
    /// <param name="receivedAt">When its document came.</param>
    /// <param name="knownSince">The time, by the monotonic clock, from which on it may be out of date: what was asked for later is newer.</param>
    public void Set(DataModel model, long version, DateTimeOffset receivedAt, long knownSince)
    {
        lock (_gate)
            (_model, _version, _receivedAt, _knownSince) = (model, version, receivedAt, knownSince);
    }

    /// <summary>Whether there is a model that is not older than something asked for at a time.</summary>
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
