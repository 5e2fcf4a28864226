using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;
using Nest.Sdk.Wwn.Events;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>
/// The client's work for each document: compare, create the next model from the changes or by reading the whole
/// document, publish, commit.
/// </summary>
/// <remarks>
/// Runs the gate itself instead of its single steps. Two clock reads, its locks, and the value for the subscribers (112
/// B) are therefore included. There is no subscriber, because its thread would be part of the measurement.
/// </remarks>
internal sealed class PipelineWork : VersionsWork
{
    private readonly ConnectionGate _gate;

    /// <exception cref="InvalidOperationException">
    /// The model of the gate differs from the document, so its speed is meaningless.
    /// </exception>
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
                throw new InvalidOperationException("The model of the gate differs from the document.");
        }
    }

    protected override void Take(byte[] version) => _gate.Take(1, version);
}
