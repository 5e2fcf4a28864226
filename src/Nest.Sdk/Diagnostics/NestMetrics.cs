using System.Diagnostics.Metrics;

namespace Nest.Sdk.Diagnostics;

/// <summary>The metrics of the clients, one method each. No tag contains a name, an id or a secret.</summary>
internal sealed class NestMetrics
{
    public const string MeterName = "Nest.Sdk";

    /// <summary>
    /// The meter shared by all clients without a container. A meter and its instruments live until it is disposed, so a
    /// second factory does not create another.
    /// </summary>
    private static readonly Meter Shared = new(MeterName);

    private readonly Counter<long> _reconnects;
    private readonly Counter<long> _updates;
    private readonly Counter<long> _skippedEvents;
    private readonly Counter<long> _removedSubscribers;
    private readonly Histogram<double> _requests;
    private readonly Action _countUpdate;

    /// <param name="meters">Creates the meter. Null (no container) selects the shared meter.</param>
    public NestMetrics(IMeterFactory? meters)
    {
        var meter = meters?.Create(MeterName) ?? Shared;
        _reconnects = meter.CreateCounter<long>("nest.client.reconnects", "{attempt}", "Number of streams that were lost or could not be opened.");
        _updates = meter.CreateCounter<long>("nest.client.updates", "{update}", "Number of published changes of a home.");
        _countUpdate = () => _updates.Add(1);
        _skippedEvents = meter.CreateCounter<long>("nest.client.events.skipped", "{event}", "Number of stream events that could not be read.");
        _removedSubscribers = meter.CreateCounter<long>("nest.client.subscribers.removed", "{subscriber}", "Number of subscribers that were removed because they threw or were too slow.");
        _requests = meter.CreateHistogram<double>("nest.client.request.duration", "s", "Duration of reads and writes, including redirects and retries.");
    }

    public void Reconnect(DisconnectReason reason) => Safely(() => _reconnects.Add(1, KeyValuePair.Create<string, object?>("reason", reason.ToString())));

    /// <summary>Counts without a closure, because it runs for every published change.</summary>
    public void Update() => Safely(_countUpdate);

    public void EventSkipped() => Safely(() => _skippedEvents.Add(1));

    /// <param name="reason">Why the subscriber was removed: <c>threw</c> or <c>slow</c>.</param>
    public void SubscriberRemoved(string reason) => Safely(() => _removedSubscribers.Add(1, KeyValuePair.Create<string, object?>("reason", reason)));

    public void Request(string method, TimeSpan duration, Exception? error) => Safely(() => _requests.Record(
        duration.TotalSeconds,
        KeyValuePair.Create<string, object?>("http.request.method", method),
        KeyValuePair.Create<string, object?>("error.type", error?.GetType().Name)));

    /// <summary>
    /// Listeners are the host's code and run inside the measurement. One that throws must affect neither the stream nor
    /// the outcome of a call.
    /// </summary>
    private static void Safely(Action measure)
    {
        try
        {
            measure();
        }
        catch (Exception) // Swallowed: there is nowhere to report it.
        {
        }
    }
}
