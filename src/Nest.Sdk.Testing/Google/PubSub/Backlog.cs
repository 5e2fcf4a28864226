using System.Globalization;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// The messages of one subscription that are not acknowledged: waiting, or in the hands of a client until a deadline.
/// Guarded by the lock of the broker. See docs/protocol/smart-device-management.md#acknowledgement.
/// </summary>
/// <param name="subscription">The number of the subscription, which its acknowledgement ids contain.</param>
internal sealed class Backlog(long subscription)
{
    private readonly string _prefix = $"FAKE-ACK-{subscription}-";
    private readonly SortedDictionary<long, PubSubMessage> _waiting = [];
    private readonly Dictionary<string, (PubSubMessage Message, DateTimeOffset Deadline)> _inHand = new(StringComparer.Ordinal);
    private readonly List<string> _acknowledged = [];
    private long _deliveries;

    public bool HasWaiting => _waiting.Count > 0;

    public IReadOnlyList<string> Waiting => [.. _waiting.Values.Select(message => message.Id)];

    public IReadOnlyList<string> InHand => [.. _inHand.Values.OrderBy(held => held.Message.Number).Select(held => held.Message.Id)];

    public IReadOnlyList<string> Acknowledged => [.. _acknowledged];

    public long Deliveries => _deliveries;

    public void Add(PubSubMessage message) => _waiting[message.Number] = message;

    /// <summary>Hands out the oldest waiting messages. Each delivery has its own acknowledgement id.</summary>
    public IReadOnlyList<(string AckId, PubSubMessage Message)> Take(int max, DateTimeOffset deadline)
    {
        var taken = _waiting.Values.Take(max).Select(message => (AckId: $"{_prefix}{++_deliveries}", Message: message)).ToList();
        foreach (var (ackId, message) in taken)
        {
            _waiting.Remove(message.Number);
            _inHand[ackId] = (message, deadline);
        }

        return taken;
    }

    /// <summary>Returns whether the subscription issued an id, be it an outdated one.</summary>
    public bool HasIssued(string ackId) =>
        ackId.StartsWith(_prefix, StringComparison.Ordinal) && long.TryParse(ackId.AsSpan(_prefix.Length), CultureInfo.InvariantCulture, out var delivery) && delivery > 0 && delivery <= _deliveries;

    /// <summary>Acknowledges a delivery. An outdated id has no effect.</summary>
    public void Acknowledge(string ackId)
    {
        if (_inHand.Remove(ackId, out var held))
            _acknowledged.Add(held.Message.Id);
    }

    /// <summary>
    /// Sets the deadline of a delivery. One that has already passed gives the message back. An outdated id has no
    /// effect.
    /// </summary>
    public void SetDeadline(string ackId, DateTimeOffset deadline)
    {
        if (_inHand.TryGetValue(ackId, out var held))
            _inHand[ackId] = held with { Deadline = deadline };
    }

    /// <summary>Acknowledges everything that was published before a time.</summary>
    public void Seek(DateTimeOffset time)
    {
        foreach (var message in _waiting.Values.Where(message => message.PublishTime < time).ToList())
        {
            _waiting.Remove(message.Number);
            _acknowledged.Add(message.Id);
        }

        foreach (var ackId in _inHand.Where(held => held.Value.Message.PublishTime < time).Select(held => held.Key).ToList())
            Acknowledge(ackId);
    }

    /// <summary>Takes back deliveries whose deadline has passed, and drops old messages.</summary>
    /// <param name="now">The time.</param>
    /// <param name="retention">How long a message is kept.</param>
    public void Sweep(DateTimeOffset now, TimeSpan retention)
    {
        foreach (var (ackId, held) in _inHand.Where(held => held.Value.Deadline <= now).ToList())
        {
            _inHand.Remove(ackId);
            Add(held.Message);
        }

        while (_waiting.Count > 0 && _waiting.First() is var oldest && oldest.Value.PublishTime + retention <= now)
            _waiting.Remove(oldest.Key);
    }

    /// <summary>Returns when <see cref="Sweep"/> has something to do next. Null when nothing is left.</summary>
    public DateTimeOffset? NextSweep(TimeSpan retention)
    {
        DateTimeOffset? next = _waiting.Count > 0 ? _waiting.First().Value.PublishTime + retention : null;
        foreach (var (_, deadline) in _inHand.Values)
            next = next < deadline ? next : deadline;

        return next;
    }
}
