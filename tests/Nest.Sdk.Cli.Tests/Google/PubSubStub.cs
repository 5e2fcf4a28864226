using System.Net;
using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Cli.Tests.Google;

/// <summary>A subscription over HTTP: pulls wait for messages, and what is not acknowledged stays.</summary>
internal sealed class PubSubStub : IAsyncDisposable
{
    public const string Subscription = "projects/my-cloud/subscriptions/nest";

    private readonly HttpListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _waiting = [];
    private readonly HashSet<string> _delivered = [];
    private readonly Task _serving;
    private TaskCompletionSource _changed = NewSignal();
    private int _number;
    private int _age;

    public PubSubStub()
    {
        Endpoint = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add($"{Endpoint}");
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>The number of pulls so far.</summary>
    public int Pulls { get; private set; }

    /// <summary>The number of messages that were not acknowledged.</summary>
    public int Unacknowledged
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>Publishes messages, each of which is one message of SDM as JSON.</summary>
    public void Publish(params string[] messages)
    {
        lock (_gate)
        {
            foreach (var message in messages)
                _waiting[$"{++_number}"] = message;
        }

        Signal();
    }

    /// <summary>Ends the pulls of clients that have gone, and delivers again what they did not acknowledge.</summary>
    public void Expire()
    {
        lock (_gate)
        {
            _age++;
            _delivered.Clear();
        }

        Signal();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        Signal();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    private async Task ServeAsync()
    {
        while (true)
            _ = AnswerAsync(await _listener.GetContextAsync());
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        using var body = await JsonDocument.ParseAsync(call.Request.InputStream);
        var steps = call.Request.Url!.AbsolutePath.Split(':');
        var (status, answer) = steps[0] != $"/v1/{Subscription}" ? (404, """{"error":{"code":404,"message":"Resource not found.","status":"NOT_FOUND"}}""")
            : steps[1] == "pull" ? (200, await PullAsync())
            : (200, Receive(steps[1], body.RootElement));
        call.Response.StatusCode = status;
        call.Response.ContentType = "application/json";
        await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        call.Response.Close();
    }

    private async Task<string> PullAsync()
    {
        int age;
        lock (_gate)
            (age, Pulls) = (_age, Pulls + 1);
        while (_listener.IsListening)
        {
            var changed = _changed.Task;
            lock (_gate)
            {
                if (age != _age)
                    break;
                var due = _waiting.Where(pair => _delivered.Add(pair.Key)).Select(static pair =>
                    $$"""{"ackId":"{{pair.Key}}","message":{"data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}}","messageId":"m-{{pair.Key}}","publishTime":"{{TimeProvider.System.GetUtcNow().UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}"} }""").ToList();
                if (due.Count > 0)
                    return $$"""{"receivedMessages":[{{string.Join(',', due)}}]}""";
            }

            await changed;
        }

        return "{}";
    }

    private string Receive(string verb, JsonElement body)
    {
        lock (_gate)
        {
            foreach (var id in body.GetProperty("ackIds").EnumerateArray().Select(static id => id.GetString()!))
            {
                if (verb == "acknowledge")
                    _waiting.Remove(id);
                else if (body.GetProperty("ackDeadlineSeconds").GetInt32() == 0)
                    _delivered.Remove(id);
            }
        }

        Signal();
        return "{}";
    }
}
