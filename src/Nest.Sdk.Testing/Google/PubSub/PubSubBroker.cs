using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// The topics and subscriptions of the Google Cloud project. What is due by the clock happens before each action, and
/// at its time: redelivery, the end of old messages, the deletion of idle subscriptions.
/// </summary>
internal sealed class PubSubBroker : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, PubSubTopic> _topics = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PubSubSubscription> _subscriptions = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly ChangeSignal _signal;
    private readonly DueTimer _timer;
    private long _number;

    /// <param name="time">The clock.</param>
    /// <param name="signal">Notified of each change.</param>
    public PubSubBroker(TimeProvider time, ChangeSignal signal)
    {
        (_time, _signal) = (time, signal);
        _timer = new DueTimer(time, () => Act(static _ => true));
    }

    /// <summary>The topics by name. Use them only in an action.</summary>
    public SortedDictionary<string, PubSubTopic> Topics => _topics;

    /// <summary>The subscriptions by name. Use them only in an action.</summary>
    public SortedDictionary<string, PubSubSubscription> Subscriptions => _subscriptions;

    /// <summary>
    /// Returns the next number in the order in which subscriptions are created, messages published and devices listed.
    /// </summary>
    public long NextNumber() => Interlocked.Increment(ref _number);

    /// <summary>Runs an action under the lock, after what is due, and hands out messages after it.</summary>
    /// <param name="action">The action. Receives the time.</param>
    public T Act<T>(Func<DateTimeOffset, T> action)
    {
        T result;
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            Sweep(now);
            result = action(now);
            Sweep(now);
            _timer.Set(_subscriptions.Values.Min(each => each.NextSweep));
        }

        _signal.Notify();
        return result;
    }

    /// <summary>Reads the state without any effect.</summary>
    public T Read<T>(Func<IEnumerable<PubSubSubscription>, T> read)
    {
        lock (_lock)
            return read(_subscriptions.Values);
    }

    /// <summary>Publishes a message to a topic. A topic that does not exist drops it.</summary>
    /// <param name="topic">The whole name of the topic.</param>
    /// <param name="data">The data in base64.</param>
    /// <param name="gets">Returns whether a subscription gets the message. Default: each.</param>
    /// <returns>The id of the message.</returns>
    public string Publish(string topic, string data, Func<PubSubSubscription, bool>? gets = null) => Act(now =>
    {
        var message = new PubSubMessage(NextNumber(), data, now);
        foreach (var subscription in _subscriptions.Values.Where(each => each.TopicName == topic && !each.IsDetached && gets?.Invoke(each) is not false))
            subscription.Backlog.Add(message);

        return message.Id;
    });

    /// <summary>Returns whether the group of Google may publish to a topic.</summary>
    public bool GrantsPublisher(string topic)
    {
        lock (_lock)
            return _topics.TryGetValue(topic, out var found) && found.Policy.GrantsPublisher;
    }

    public void Dispose() => _timer.Dispose();

    private void Sweep(DateTimeOffset now)
    {
        foreach (var subscription in _subscriptions.Values.ToList())
        {
            if (subscription.Expires <= now)
                _subscriptions.Remove(subscription.Name);

            subscription.Backlog.Sweep(now, subscription.Settings.Retention);
            subscription.Serve(now);
        }
    }
}
