using System.Diagnostics.Metrics;

namespace Nest.Sdk.Diagnostics;

/// <summary>What the clients count and time: one method a fact. No tag holds a name, an id or a secret.</summary>
internal sealed class NestMetrics
{
    public const string MeterName = "Nest.Sdk";

    /// <summary>One for all who have no container: a meter lives until it is disposed, its instruments with it, and a factory more is no reason for another.</summary>
    private static readonly Meter Shared = new(MeterName);

    private readonly Counter<long> _reconnects;
    private readonly Counter<long> _updates;
    private readonly Counter<long> _skippedEvents;
    private readonly Counter<long> _removedSubscribers;
    private readonly Histogram<double> _requests;
    private readonly Action _countUpdate;

    /// <param name="meters">Makes the meter; null, without a container, means the one that all of those share.</param>
    public NestMetrics(IMeterFactory? meters)
    {
        var meter = meters?.Create(MeterName) ?? Shared;
        _reconnects = meter.CreateCounter<long>("nest.client.reconnects", "{attempt}", "Streams that were lost or could not be opened.");
        _updates = meter.CreateCounter<long>("nest.client.updates", "{update}", "Changes of a home that were published.");
        _countUpdate = () => _updates.Add(1);
        _skippedEvents = meter.CreateCounter<long>("nest.client.events.skipped", "{event}", "Events of a stream that could not be read.");
        _removedSubscribers = meter.CreateCounter<long>("nest.client.subscribers.removed", "{subscriber}", "Subscribers that were removed because they threw or fell too far behind.");
        _requests = meter.CreateHistogram<double>("nest.client.request.duration", "s", "How long reads and writes took, redirects and repetitions included.");
    }

    public void Reconnect(DisconnectReason reason) => Safely(() => _reconnects.Add(1, KeyValuePair.Create<string, object?>("reason", reason.ToString())));

    /// <summary>Counts without a closure: this one comes with every event that says anything new.</summary>
    public void Update() => Safely(_countUpdate);

    public void EventSkipped() => Safely(() => _skippedEvents.Add(1));

    /// <param name="reason">Why it was removed: <c>threw</c> or <c>slow</c>.</param>
    public void SubscriberRemoved(string reason) => Safely(() => _removedSubscribers.Add(1, KeyValuePair.Create<string, object?>("reason", reason)));

    public void Request(string method, TimeSpan duration, Exception? error) => Safely(() => _requests.Record(
        duration.TotalSeconds,
        KeyValuePair.Create<string, object?>("http.request.method", method),
        KeyValuePair.Create<string, object?>("error.type", error?.GetType().Name)));

    /// <summary>Listeners are the host's code, and run inside the measurement: one that throws must change neither the stream nor the outcome of a call.</summary>
    private static void Safely(Action measure)
    {
        try
        {
            measure();
        }
        catch (Exception) // There is nowhere to tell of it.
        {
        }
    }
}
