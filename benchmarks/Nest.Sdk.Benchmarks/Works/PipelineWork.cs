using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;
using Nest.Sdk.Wwn.Events;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>What the client does with each document: compare, make the next model by the changes or by reading the whole, publish, commit.</summary>
/// <remarks>
/// The gate itself and not its steps in an order of our own. So two readings of the clock, its locks, and the value for the subscribers (112 B) are counted too;
/// there is no subscriber, whose thread would be measured along.
/// </remarks>
internal sealed class PipelineWork : VersionsWork
{
    private readonly ConnectionGate _gate;

    /// <exception cref="InvalidOperationException">The gate makes another model than reading does: then its speed means nothing.</exception>
    public PipelineWork(HomePair pair, bool oneWay = false)
        : base(pair, oneWay)
    {
        var reports = new SubscriberReports(new NestMetrics(null), NullLogger.Instance);
        var connection = new ConnectionTracker(TimeProvider.System, reports);
        _gate = new ConnectionGate(new UpdatePipeline(includeDocument: false), new HomeHubs(capacity: 1, TimeProvider.System, reports), connection, HomeEvents.Of, TimeProvider.System);
        foreach (var version in (byte[][])[pair.Old, pair.Next, pair.Old])
        {
            Take(version);
            if (!DataModelReader.Read(version).Model.Equals(_gate.Latest()!.Model))
                throw new InvalidOperationException("The model of the gate is not that of the document.");
        }
    }

    protected override void Take(byte[] version) => _gate.Take(1, version);
}
