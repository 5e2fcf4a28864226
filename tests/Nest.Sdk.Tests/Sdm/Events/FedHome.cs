using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.Polling;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>One home to which messages are applied as a feed does it, without a connection.</summary>
internal sealed class FedHome
{
    /// <summary>The time of the first list.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly FeedMemory _memory;
    private readonly FeedApply _apply;
    private readonly FeedMember _member;
    private readonly Sink _sink = new();
    private readonly SdmHome _home;
    private readonly SdmPublisher _publisher;
    private readonly Arrivals _arrivals = new(NullLogger.Instance);
    private int _lists;
    private int _messages;

    /// <param name="devices">The devices of the first list, which is older than every message.</param>
    public FedHome(params SdmDevice[] devices)
    {
        (_memory, _home) = (new FeedMemory(_time), new SdmHome(_time));
        _apply = new FeedApply(_memory, _time);
        _publisher = new SdmPublisher(_home, _sink);
        _member = new FeedMember(null!, false, _home, null!, null!, _publisher, _arrivals, new FeedSettings(true, false, false), NullLogger.Instance, _time, default);
        _home.TakeList(devices, new SdmMoment(DateTimeOffset.UnixEpoch, ++_lists));
        _publisher.Open();
    }

    /// <summary>The events so far.</summary>
    public IReadOnlyList<NestEvent> Events => _sink.Events;

    /// <summary>The last document.</summary>
    public JsonElement Document => JsonElement.Parse(_sink.Document);

    /// <summary>The model of the last document, which must have no issue.</summary>
    public DataModel Model
    {
        get
        {
            var result = DataModelReader.Read(_sink.Document);
            Assert.Empty(result.Issues);
            return result.Model;
        }
    }

    /// <summary>The devices as they are known.</summary>
    public IReadOnlyList<SdmDevice> Devices => _home.ToSnapshot().Devices;

    /// <summary>The number of messages whose device must be read once.</summary>
    public int Checks { get; private set; }

    public IReadOnlyDictionary<string, SdmArrival> LastArrivals => _arrivals.ToDictionary();

    /// <summary>A message of a device.</summary>
    /// <param name="id">The id of the message.</param>
    /// <param name="device">The full name of the device.</param>
    /// <param name="seconds">The time of the message, in seconds after <see cref="Noon"/>.</param>
    /// <param name="content">Its traits and events, as members.</param>
    /// <param name="thread">The members of its thread.</param>
    public static string Message(string id, string device, double seconds, string content, string thread = "") =>
        $$"""{"eventId":"{{id}}","timestamp":"{{TimeAt(seconds)}}"{{thread}},"resourceUpdate":{"name":"{{device}}",{{content}}},"userId":"user-1"}""";

    public static string TimeAt(double seconds) => Noon.AddSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => _time.Advance(time);

    /// <summary>Takes a list of devices.</summary>
    public void List(double seconds, params SdmDevice[] devices)
    {
        _home.TakeList(devices, new SdmMoment(Noon.AddSeconds(seconds), ++_lists));
        _publisher.Publish();
    }

    /// <summary>Applies a message, unless it repeats an earlier one.</summary>
    /// <returns>What is wrong with it. Null when it was read.</returns>
    public string? Apply(string json)
    {
        var pulled = Pulled(json, $"m{++_messages}");
        if (SdmMessageReader.TryRead(pulled.Data, out var message) is { } flaw)
            return flaw;
        var id = message.EventId.IsEmpty ? pulled.MessageId : message.EventId;
        if (!_memory.IsDuplicate(id.Span))
            Checks += _apply.Apply(pulled, message, id, [_member], SdmText.Of(message.Device)).Count;
        return null;
    }

    /// <summary>A message as a pull delivers it.</summary>
    public static PulledMessage Pulled(string json, string id) => PullResponse.Read(Encoding.UTF8.GetBytes(
        $$"""{"receivedMessages":[{"ackId":"ack-{{id}}","message":{"data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}","messageId":"{{id}}","publishTime":"{{TimeAt(0)}}"} }]}""")).Single();

    private sealed class Sink : IHomeSink
    {
        public byte[] Document { get; private set; } = [];

        public List<NestEvent> Events { get; } = [];

        public void Accept(ReadOnlySpan<byte> home, DataModelChangeSource source, bool isDegraded) => Document = home.ToArray();

        public void Raise(NestEvent what) => Events.Add(what);

        public void Reject(NestProtocolException error) => throw error;

        public void Signal()
        {
            // Every document and event is one.
        }

        public void LinkLost(DisconnectReason reason) => throw new InvalidOperationException();

        public void TokenChanged() => throw new InvalidOperationException();

        public byte[]? Last() => [.. Document];

        /// <summary>As the stream does it, so that the last document is changed in place where that is possible.</summary>
        public (byte[] Rented, int Length) RentLast(int spare)
        {
            var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(Document.Length + spare);
            Document.CopyTo(buffer, 0);
            return (buffer, Document.Length);
        }
    }
}
