using System.Text;
using Nest.Sdk.Testing.Google.PubSub;

namespace Nest.Sdk.Testing;

/// <content>Pub/Sub: the events of the homes.</content>
public sealed partial class FakeGoogle
{
    private const string CloudProjectName = "fake-nest-home";

    /// <summary>Gets the address of Pub/Sub (Google's <c>https://pubsub.googleapis.com/</c>).</summary>
    public Uri PubSubEndpoint => SdmEndpoint;

    /// <summary>
    /// Gets the id of the Google Cloud project, in which topics and subscriptions can be created. It is not
    /// <see cref="ProjectId"/>.
    /// </summary>
    public string CloudProjectId { get; } = CloudProjectName;

    /// <summary>
    /// Gets or sets the whole name of the topic that the Device Access Console names: events are published there.
    /// Default: a topic that exists and grants Google's group the right to publish. See
    /// docs/protocol/smart-device-management.md#topics.
    /// </summary>
    /// <exception cref="ArgumentException">The text is not the whole name of a topic.</exception>
    public string Topic
    {
        get => _outbox.Topic;
        set => _outbox.Topic = PubSubNames.IsTopic(value)
            ? value
            : throw new ArgumentException($"'{value}' is not the name of a topic. Use projects/PROJECT/topics/TOPIC.", nameof(value));
    }

    /// <summary>
    /// Gets the whole name of a subscription of the first <see cref="Topic"/>, which exists from the start and never
    /// expires. Others can be created over REST.
    /// </summary>
    public string Subscription { get; } = PubSubNames.Subscription(CloudProjectName, "nest-client");

    /// <summary>
    /// Gets the script of deliveries: messages that come late, twice, out of order, after a poisoned one, with the same
    /// timestamp, or never.
    /// </summary>
    public FakeMessageScript Messages { get; } = new();

    /// <summary>Gets a view of every subscription, in the order of their names.</summary>
    public IReadOnlyList<FakeSubscription> Subscriptions => _broker.Read(all => all.Select(FakeSubscription.Of).ToList());

    /// <summary>
    /// Gets the ids of the messages of <see cref="Subscription"/> that are not acknowledged: those in the hands of a
    /// client, then those that wait. Empty when the subscription does not exist.
    /// </summary>
    public IReadOnlyList<string> Unacknowledged =>
        _broker.Read(all => all.Where(each => each.Name == Subscription).SelectMany(each => each.Backlog.InHand.Concat(each.Backlog.Waiting)).ToList());

    /// <summary>Gets the number of pulls that wait for a message, of all subscriptions.</summary>
    public int PendingPulls => _broker.Read(all => all.Sum(each => each.Pulls.Count));

    /// <inheritdoc cref="FakeGoogleUser.RingAsync"/>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public Task RingAsync(string cameraId)
    {
        ThrowIfStopped();
        return User.RingAsync(cameraId);
    }

    /// <summary>
    /// Publishes a message to <see cref="Topic"/>, whatever its IAM policy, to every subscription. The script of
    /// deliveries does not affect it.
    /// </summary>
    /// <param name="json">The text that the message carries. It may be anything, also no JSON.</param>
    /// <returns>The message id.</returns>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public Task<string> PublishAsync(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return PublishAsync(Encoding.UTF8.GetBytes(json));
    }

    /// <inheritdoc cref="PublishAsync(string)"/>
    /// <param name="data">The bytes that the message carries.</param>
    public Task<string> PublishAsync(ReadOnlyMemory<byte> data) => PublishRawAsync(Convert.ToBase64String(data.Span));

    /// <summary>
    /// Publishes a message with any text in place of the base64 of its data, as
    /// <see cref="PublishAsync(string)"/> does.
    /// </summary>
    /// <param name="data">The text of the member <c>data</c>. It may be anything, also no base64.</param>
    /// <returns>The message id.</returns>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public Task<string> PublishRawAsync(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        ThrowIfStopped();
        return Task.FromResult(_broker.Publish(Topic, data));
    }

    /// <summary>
    /// Changes homes without events until the result is disposed, as when Google switches a thermostat to eco. Lists
    /// and reads show the changes. See docs/protocol/smart-device-management.md#delivery.
    /// </summary>
    public IDisposable WithoutEvents()
    {
        Interlocked.Increment(ref _silences);
        return new Silence(this);
    }

    private void AddOwnSubscription(TimeSpan ackDeadline)
    {
        var topic = new PubSubTopic(Topic);
        topic.Policy.GrantPublisher();
        var settings = new SubscriptionSettings { AckDeadline = ackDeadline, ExpiresAfter = null };
        _broker.Act(now =>
        {
            _broker.Topics.Add(topic.Name, topic);
            _broker.Subscriptions.Add(Subscription, new PubSubSubscription(_broker.NextNumber(), Subscription, topic, settings, now));
            return true;
        });
    }

    private sealed class Silence(FakeGoogle google) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                Interlocked.Decrement(ref google._silences);
        }
    }
}
