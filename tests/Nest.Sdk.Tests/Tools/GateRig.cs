using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Tests.Tools;

/// <summary>The gate of a home without connections. Tests pass documents to it by number.</summary>
internal sealed class GateRig
{
    public GateRig(Func<DataModel?, DataModel, IReadOnlyList<NestEvent>>? eventsOf = null, TimeProvider? time = null, int hubCapacity = 16)
    {
        time ??= TimeProvider.System;
        var reports = new SubscriberReports(new NestMetrics(null), NullLogger.Instance);
        Hubs = new HomeHubs(hubCapacity, time, reports);
        Connection = new ConnectionTracker(time, reports);
        Gate = new ConnectionGate(Pipeline, Hubs, Connection, eventsOf ?? (static (_, _) => []), time);
    }

    public UpdatePipeline Pipeline { get; } = new(includeDocument: false);

    public HomeHubs Hubs { get; }

    public ConnectionTracker Connection { get; }

    public ConnectionGate Gate { get; }

    public DataModel Model => Gate.Latest()!.Model;

    public DocumentOutcome Take(string document, int number = 1) => Gate.Take(number, Encoding.UTF8.GetBytes(document));
}
