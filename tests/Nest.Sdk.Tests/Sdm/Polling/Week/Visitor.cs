using System.Collections.Concurrent;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>A subscriber that comes and goes.</summary>
internal sealed class Visitor : IObserver<DataModelChange>, IDisposable
{
    private readonly ConcurrentQueue<DataModel> _homes = new();
    private readonly IDisposable _subscription;
    private long _version = -1;
    private volatile Exception? _error;

    public Visitor(HomeStream stream) => _subscription = stream.Changes.Subscribe(this);

    /// <summary>The last home that was taken.</summary>
    public DataModel? Last { get; private set; }

    /// <summary>Whether everything that was published has arrived.</summary>
    public bool IsUpToDate(HomeStream stream) => Volatile.Read(ref _version) is >= 0 and var version
        ? version == stream.Latest!.ModelVersion
        : stream.ConnectionState.Status != ConnectionStatus.Connected;

    /// <summary>Takes the next home that has arrived.</summary>
    public DataModel? Take()
    {
        Assert.Null(_error);
        return _homes.TryDequeue(out var home) ? Last = home : null;
    }

    public void OnNext(DataModelChange value)
    {
        _homes.Enqueue(value.Current);
        Volatile.Write(ref _version, value.ModelVersion);
    }

    public void OnError(Exception error) => _error = error;

    public void OnCompleted()
    {
        // The stream is stopped after the last check.
    }

    public void Dispose() => _subscription.Dispose();
}
