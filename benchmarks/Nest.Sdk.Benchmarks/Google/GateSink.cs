using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>The part of a client from the document to what is published, without a subscriber.</summary>
internal sealed class GateSink : IHomeSink
{
    private readonly ConnectionGate _gate;

    public GateSink()
    {
        var reports = new SubscriberReports(new NestMetrics(null), NullLogger.Instance);
        var connection = new ConnectionTracker(TimeProvider.System, reports);
        _gate = new ConnectionGate(new UpdatePipeline(includeDocument: false), new HomeHubs(capacity: 1, TimeProvider.System, reports), connection, static (_, _) => [], TimeProvider.System);
    }

    /// <summary>The last published model.</summary>
    public DataModelSnapshot Latest => _gate.Latest()!;

    public void Accept(ReadOnlySpan<byte> home, DataModelChangeSource source = DataModelChangeSource.Stream, bool isDegraded = false) => _gate.Take(1, home, source, isDegraded);

    public byte[]? Last() => _gate.Last(1);

    public (byte[] Rented, int Length) RentLast(int spare) => _gate.RentLast(1, spare);

    public void Raise(NestEvent what) => _gate.Raise(1, what);

    public void Reject(NestProtocolException error) => throw error;

    public void Signal()
    {
    }

    public void LinkLost(DisconnectReason reason)
    {
    }

    public void TokenChanged()
    {
    }
}
