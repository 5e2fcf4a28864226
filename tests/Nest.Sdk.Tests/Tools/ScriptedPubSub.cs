using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Tests.Tools;

/// <summary>
/// A subscription as a script below the HTTP stack: a pull waits until a test delivers, and every acknowledgement and
/// return is recorded.
/// </summary>
internal sealed class ScriptedPubSub(TimeProvider time) : HttpMessageHandler
{
    public const string Subscription = "projects/cloud-1/subscriptions/nest";

    private readonly Lock _lock = new();
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();
    private readonly List<Pull> _pulls = [];
    private readonly ConcurrentQueue<(string AckId, int? Seconds, DateTimeOffset At)> _receipts = new();
    private int _number;

    /// <summary>The acknowledgements (without seconds) and changed deadlines so far, in order.</summary>
    public IReadOnlyList<(string AckId, int? Seconds, DateTimeOffset At)> Receipts => [.. _receipts];

    /// <summary>The ids of the deliveries that were acknowledged.</summary>
    public IReadOnlyList<string> Acknowledged => [.. _receipts.Where(static receipt => receipt.Seconds is null).Select(static receipt => receipt.AckId)];

    /// <summary>The ids of the deliveries that were returned at once.</summary>
    public IReadOnlyList<string> Returned => [.. _receipts.Where(static receipt => receipt.Seconds == 0).Select(static receipt => receipt.AckId)];

    /// <summary>How far Google's clock is ahead of the client's.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>The number of pulls so far.</summary>
    public int Pulls { get; private set; }

    /// <summary>The number of pulls that wait.</summary>
    public int PendingPulls
    {
        get
        {
            lock (_lock)
                return _pulls.Count;
        }
    }

    /// <summary>Called at each call, with its verb.</summary>
    public Action<string> Called { get; set; } = static _ => { };

    /// <summary>Answers calls other than pulls in another way. Null leaves them alone.</summary>
    public Func<string, HttpResponseMessage?> Refused { get; set; } = static _ => null;

    /// <summary>A message of a device, as JSON.</summary>
    public static string Message(string eventId, string time, string device, string body, string user = "AVPHuser") => $$"""
        {"eventId":"{{eventId}}","timestamp":"{{time}}","resourceUpdate":{"name":"{{device}}",{{body}} },"userId":"{{user}}","resourceGroup":["{{device}}"]}
        """;

    public static string Traits(string traits) => $$"""
        "traits":{ {{traits}} }
        """;

    /// <summary>Delivers messages in one response. Returns the ids of the deliveries.</summary>
    public string[] Deliver(params string[] messages) => DeliverData([.. messages.Select(static message => Convert.ToBase64String(Encoding.UTF8.GetBytes(message)))]);

    /// <summary>Delivers messages with any data.</summary>
    public string[] DeliverData(params string?[] data)
    {
        var ids = data.Select(_ => $"ack-{Interlocked.Increment(ref _number)}").ToArray();
        var received = data.Zip(ids, (text, id) => $$"""{"ackId":"{{id}}","message":{ {{(text is null ? "" : $"\"data\":\"{text}\",")}}"messageId":"m-{{id}}","publishTime":"{{(time.GetUtcNow() + Ahead).UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}"} }""");
        Answer(() => StubHandler.Json($$"""{"receivedMessages":[{{string.Join(',', received)}}]}"""));
        return ids;
    }

    /// <summary>Answers the pending pull, or else the next one.</summary>
    public void Answer(HttpStatusCode status, string body = "{}") => Answer(() => StubHandler.Json(body, status));

    /// <summary>Answers the pending pull, or else the next one. The answer may throw.</summary>
    public void Answer(Func<HttpResponseMessage> answer)
    {
        Pull? pull = null;
        lock (_lock)
        {
            if (_pulls.Count == 0)
            {
                _answers.Enqueue(answer);
                return;
            }

            pull = _pulls[0];
            _pulls.RemoveAt(0);
        }

        pull.End(answer);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var verb = request.RequestUri!.AbsolutePath.Split(':')[^1];
        Assert.Equal($"/v1/{Subscription}", request.RequestUri.AbsolutePath.Split(':')[0]);
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Called(verb);
        var response = verb == "pull" ? await PullAsync(cancellationToken) : Refused(verb) ?? Record(verb, body);
        response.Headers.Date ??= time.GetUtcNow() + Ahead;
        return response;
    }

    private async Task<HttpResponseMessage> PullAsync(CancellationToken cancellationToken)
    {
        Pull pull;
        lock (_lock)
        {
            Pulls++;
            if (_answers.TryDequeue(out var answer))
                return answer();
            _pulls.Add(pull = new Pull());
        }

        await using var leaving = cancellationToken.Register(() =>
        {
            lock (_lock)
                _pulls.Remove(pull);
            pull.Leave(cancellationToken);
        });
        return await pull.Response;
    }

    private HttpResponseMessage Record(string verb, string body)
    {
        using var json = JsonDocument.Parse(body);
        foreach (var id in json.RootElement.TryGetProperty("ackIds", out var ids) ? ids.EnumerateArray() : default)
            _receipts.Enqueue((id.GetString()!, verb == "acknowledge" ? null : json.RootElement.GetProperty("ackDeadlineSeconds").GetInt32(), time.GetUtcNow()));
        return StubHandler.Json("{}");
    }

    private sealed class Pull
    {
        private readonly TaskCompletionSource<HttpResponseMessage> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<HttpResponseMessage> Response => _response.Task;

        public void End(Func<HttpResponseMessage> answer)
        {
            try
            {
                _response.TrySetResult(answer());
            }
            catch (Exception error)
            {
                _response.TrySetException(error);
            }
        }

        public void Leave(CancellationToken cancellationToken) => _response.TrySetCanceled(cancellationToken);
    }
}
