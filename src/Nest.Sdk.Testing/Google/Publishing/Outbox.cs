using System.Text;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Google.PubSub;

namespace Nest.Sdk.Testing.Google.Publishing;

/// <summary>
/// Publishes the messages of Google to the topic of the Device Access project, as the script delivers them. Nothing is
/// published to a topic that does not grant Google's group the right. See
/// docs/protocol/smart-device-management.md#message.
/// </summary>
internal sealed class Outbox
{
    private readonly Lock _lock = new();
    private readonly PubSubBroker _broker;
    private readonly FakeMessageScript _script;
    private readonly TimeProvider _time;
    private readonly CancellationToken _stopping;
    private (string Data, long Listed)? _held;
    private DateTimeOffset? _lastTimestamp;
    private int _poisoned;

    /// <param name="broker">The topics.</param>
    /// <param name="script">How messages are delivered.</param>
    /// <param name="topic">The topic that the Device Access Console names.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Canceled when the fake stops.</param>
    public Outbox(PubSubBroker broker, FakeMessageScript script, string topic, TimeProvider time, CancellationToken stopping)
    {
        (_broker, _script, Topic, _time, _stopping) = (broker, script, topic, time, stopping);
        script.Release = Release;
    }

    /// <summary>The whole name of the topic.</summary>
    public string Topic { get; set; }

    /// <summary>Publishes a message.</summary>
    /// <param name="content">The message without its event id and timestamp.</param>
    /// <param name="listed">
    /// The number of the user's latest list of devices. Subscriptions that are younger do not get the message.
    /// </param>
    public void Send(JsonObject content, long listed)
    {
        lock (_lock)
        {
            var delivery = _script.Take();
            if (delivery.Kind == DeliveryKind.Lost || !_broker.GrantsPublisher(Topic))
                return;

            var now = _time.GetUtcNow();
            var timestamp = delivery.Kind switch
            {
                DeliveryKind.Late => now - delivery.Time,
                DeliveryKind.SameTime => _lastTimestamp ?? now,
                _ => now,
            };
            _lastTimestamp = timestamp;
            content.Insert(0, "eventId", Guid.NewGuid().ToString());
            content.Insert(1, "timestamp", PubSubJson.Format(timestamp));
            Deliver(delivery, Encode(content), listed);
        }
    }

    private static string Encode(JsonObject content) => Convert.ToBase64String(Encoding.UTF8.GetBytes(DocumentText.Render(content)));

    private void Deliver(Delivery delivery, string data, long listed)
    {
        switch (delivery.Kind)
        {
            case DeliveryKind.HeldBack:
                _ = PutLaterAsync(delivery.Time, data, listed);
                return;
            case DeliveryKind.Reordered when _held is null:
                _held = (data, listed);
                return;
            case DeliveryKind.Poison:
                Put(NextPoison(), listed);
                break;
            case DeliveryKind.Twice:
                Put(data, listed);
                break;
        }

        Put(data, listed);
        Release();
    }

    /// <summary>Publishes the message that waits for the next one.</summary>
    private void Release()
    {
        lock (_lock)
        {
            if (_held is var (data, listed))
            {
                _held = null;
                Put(data, listed);
            }
        }
    }

    private async Task PutLaterAsync(TimeSpan time, string data, long listed)
    {
        await Task.Delay(time, _time, _stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_stopping.IsCancellationRequested)
            Put(data, listed);
    }

    private void Put(string data, long listed) => _broker.Publish(Topic, data, subscription => subscription.Number < listed);

    private string NextPoison() => (_poisoned++ % 3) switch
    {
        0 => Convert.ToBase64String("{\"eventId\": \"cut"u8),
        1 => "not base64!",
        _ => Encode(new JsonObject { ["eventId"] = Guid.NewGuid().ToString(), ["timestamp"] = PubSubJson.Format(_time.GetUtcNow()) }),
    };
}
