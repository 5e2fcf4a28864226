using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Testing;
using Nest.Sdk.Authorization;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Sdm.PubSub;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.PubSub;

public sealed class ReceiptsTests : IAsyncDisposable
{
    private readonly SignallingTime _time = new();
    private readonly Server _server = new();
    private readonly FakeLogger _logger = new();
    private readonly Receipts _receipts;
    private readonly PubSubRest _rest;
    private Task? _end;

    public ReceiptsTests()
    {
        _receipts = new Receipts((wait, stop) => Task.Delay(wait, _time, stop), _logger, _time);
        _rest = Identity("ya29.TESTTOKENONE0123456789");
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _server.Dispose();
    }

    [Fact]
    public async Task What_accumulates_during_a_call_is_one_call()
    {
        var messages = Pulled(5);
        _receipts.Hold(messages, _rest);
        var gate = _server.Block();

        _receipts.Acknowledge(messages[0]);
        await _server.CallsAsync(1);
        foreach (var message in messages[1..])
            _receipts.Acknowledge(message);
        gate.SetResult();
        await _server.CallsAsync(2);

        Assert.Equal([("acknowledge", null, 1), ("acknowledge", null, 4)], _server.Sizes);
        Assert.Equal(0, _receipts.Count);
    }

    [Fact]
    public async Task A_call_has_a_thousand_ids_at_most()
    {
        var messages = Pulled(2_500);
        _receipts.Hold(messages, _rest);
        var gate = _server.Block();
        _receipts.Acknowledge(messages[0]);
        await _server.CallsAsync(1);

        foreach (var message in messages[1..])
            _receipts.Acknowledge(message);
        gate.SetResult();
        await _server.CallsAsync(4);

        Assert.Equal([1, 1000, 1000, 499], _server.Sizes.Select(static call => call.Count));
        Assert.Equal(2_500, _server.Ids.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>An identity may acknowledge what it has pulled itself; another may have no right to.</summary>
    [Fact]
    public async Task Each_delivery_is_acknowledged_by_the_identity_that_pulled_it()
    {
        var other = Identity("ya29.TESTTOKENTWO0123456789");
        var (mine, theirs) = (Pulled(2), Pulled(2, "b"));
        _receipts.Hold(mine, _rest);
        _receipts.Hold(theirs, other);
        var gate = _server.Block();
        _receipts.Acknowledge(mine[0]);
        await _server.CallsAsync(1);

        _receipts.Acknowledge(theirs[0]);
        _receipts.Acknowledge(theirs[1]);
        _receipts.Acknowledge(mine[1]);
        gate.SetResult();
        await _server.CallsAsync(3);

        Assert.Equal(["ONE a0", "TWO b0,b1", "ONE a1"], _server.Calls.Select(static call => $"{call.Token.Substring(14, 3)} {string.Join(',', call.Ids)}"));
    }

    [Fact]
    public async Task Returns_are_grouped_by_their_time()
    {
        var messages = Pulled(4);
        _receipts.Hold(messages, _rest);
        var gate = _server.Block();
        _receipts.Acknowledge(messages[0]);
        await _server.CallsAsync(1);

        _receipts.Return(messages[1], TimeSpan.FromSeconds(30));
        _receipts.Return(messages[2], TimeSpan.FromSeconds(30));
        _receipts.Return(messages[3], TimeSpan.Zero);
        gate.SetResult();
        await _server.CallsAsync(3);

        Assert.Equal([("acknowledge", null, 1), ("modifyAckDeadline", 30, 2), ("modifyAckDeadline", 0, 1)], _server.Sizes);
    }

    [Fact]
    public async Task A_delivery_is_ended_once()
    {
        var messages = Pulled(1);
        _receipts.Hold(messages, _rest);

        _receipts.Acknowledge(messages[0]);
        _receipts.Return(messages[0], TimeSpan.Zero);
        _receipts.Acknowledge(messages[0]);
        await EndAsync();

        Assert.Equal([("acknowledge", null, 1)], _server.Sizes);
    }

    [Fact]
    public async Task The_end_sends_what_is_due_and_returns_the_rest_at_once()
    {
        var messages = Pulled(3);
        _receipts.Hold(messages, _rest);
        _receipts.Acknowledge(messages[0]);

        await EndAsync();

        Assert.Equal(["a0"], _server.Calls.Where(static call => call.Verb == "acknowledge").SelectMany(static call => call.Ids));
        Assert.Equal(["a1", "a2"], _server.Calls.Where(static call => call is { Verb: "modifyAckDeadline", Seconds: 0 }).SelectMany(static call => call.Ids).Order(StringComparer.Ordinal));
        Assert.Equal(0, _receipts.Count);
    }

    [Fact]
    public async Task The_end_waits_five_seconds_for_the_last_calls()
    {
        var messages = Pulled(1);
        _receipts.Hold(messages, _rest);
        _server.Block();
        _receipts.Acknowledge(messages[0]);
        await _server.CallsAsync(1);

        var end = EndAsync();
        await _time.NextWaitAsync(static wait => wait == TimeSpan.FromSeconds(5));
        Assert.False(end.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));

        await end.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_that_fails_twice_is_left_to_the_next_delivery_and_logged()
    {
        var messages = Pulled(2);
        _receipts.Hold(messages, _rest);
        _server.Status = HttpStatusCode.ServiceUnavailable;

        _receipts.Acknowledge(messages[0]);
        await _time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(1));
        await Eventually.HoldsAsync(() => _logger.Collector.GetSnapshot().Any(static record => record.Id.Id == 6009));

        _server.Status = HttpStatusCode.OK;
        _receipts.Acknowledge(messages[1]);
        await _server.CallsAsync(3);
        Assert.Equal(["a0", "a0", "a1"], _server.Ids);
    }

    [Fact]
    public async Task Only_what_is_still_in_hand_gets_more_time()
    {
        var messages = Pulled(3);
        _receipts.Hold(messages, _rest);
        _receipts.Acknowledge(messages[1]);
        await _server.CallsAsync(1);

        await _time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(5));
        await _server.CallsAsync(2);

        Assert.Equal(("modifyAckDeadline", 60, "a0,a2"), (_server.Calls[1].Verb, _server.Calls[1].Seconds, string.Join(',', _server.Calls[1].Ids.Order(StringComparer.Ordinal))));
    }

    private Task EndAsync() => _end ??= _receipts.DisposeAsync().AsTask();

    private static PulledMessage[] Pulled(int count, string prefix = "a") => PullResponse.Read(Encoding.UTF8.GetBytes(
        $$"""{"receivedMessages":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"ackId":"{{prefix}}{{i}}"}"""))}}]}"""));

    private PubSubRest Identity(string token)
    {
        var settings = new PubSubSettings(new Uri("https://pubsub.example/"), "projects/cloud-1/subscriptions/nest", TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), 1024 * 1024);
        var http = new HttpMessageInvoker(_server, disposeHandler: false);
        return new PubSubRest(settings, new SdmTokens(new FixedAccessTokenSource(AccessToken.Parse(token)), settings.ResponseTimeout, _time), http, http, _time);
    }

    /// <summary>Records calls, and answers when a test lets it.</summary>
    private sealed class Server : HttpMessageHandler
    {
        private readonly Lock _lock = new();
        private readonly List<Call> _calls = [];
        private TaskCompletionSource? _gate;

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public IReadOnlyList<Call> Calls
        {
            get
            {
                lock (_lock)
                    return [.. _calls];
            }
        }

        public IEnumerable<(string Verb, int? Seconds, int Count)> Sizes => Calls.Select(static call => (call.Verb, call.Seconds, call.Ids.Length));

        public IEnumerable<string> Ids => Calls.SelectMany(static call => call.Ids);

        /// <summary>Lets the next call wait.</summary>
        public TaskCompletionSource Block() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task CallsAsync(int count) => Eventually.HoldsAsync(() => Calls.Count >= count);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var json = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            request.Options.TryGetValue(Nest.Sdk.Http.AccessTokenHandler.Token, out var token);
            int? seconds = json.RootElement.TryGetProperty("ackDeadlineSeconds", out var value) ? value.GetInt32() : null;
            lock (_lock)
                _calls.Add(new Call(request.RequestUri!.AbsolutePath.Split(':')[^1], seconds, [.. json.RootElement.GetProperty("ackIds").EnumerateArray().Select(static id => id.GetString()!)], token!.Reveal()));
            if (Interlocked.Exchange(ref _gate, null) is { } gate)
                await gate.Task.WaitAsync(cancellationToken);
            return StubHandler.Json("{}", Status);
        }
    }

    private sealed record Call(string Verb, int? Seconds, string[] Ids, string Token);
}
