using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>A subscription with outages, whose messages are late, doubled, disordered and sometimes lost.</summary>
internal sealed class TroubledPubSub(SteppedTime time, Random random) : HttpMessageHandler
{
    private static readonly TimeSpan FirstDeadline = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private readonly Dictionary<string, Waiting> _leased = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>What every call is answered with now. Null: properly.</summary>
    public HttpStatusCode? Outage { get; set; }

    /// <summary>Whether messages are late, doubled and lost now.</summary>
    public bool IsDisordered { get; set; } = true;

    /// <summary>The number of messages that are neither acknowledged nor lost.</summary>
    public int Open
    {
        get
        {
            lock (_lock)
                return _waiting.Count + _leased.Count;
        }
    }

    /// <summary>The number of pulls and of messages that were published.</summary>
    public (int Pulls, int Published) Counts { get; private set; }

    /// <summary>Called at the acknowledgement of a message, with its text.</summary>
    public Action<string> Acknowledged { get; set; } = static _ => { };

    /// <summary>Publishes a message: at once, late, or twice.</summary>
    /// <param name="json">The message.</param>
    /// <param name="mayBeLost">Whether it may be lost.</param>
    public void Publish(string json, bool mayBeLost)
    {
        lock (_lock)
        {
            Counts = (Counts.Pulls, Counts.Published + 1);
            if (IsDisordered && mayBeLost && random.Next(20) == 0)
                return;
            for (var copies = IsDisordered && random.Next(5) == 0 ? 2 : 1; copies > 0; copies--)
                _waiting.Add(new Waiting(json, time.Elapsed + (IsDisordered && random.Next(3) == 0 ? TimeSpan.FromSeconds(random.Next(1, 900)) : TimeSpan.Zero)));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var verb = request.RequestUri!.AbsolutePath.Split(':')[^1];
        var body = await request.Content!.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (Outage is { } status)
            return status == 0 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.") : StubHandler.Json($$"""{"error":{"code":{{(int)status}},"message":"The call failed.","status":"{{status}}"} }""", status);
        if (verb == "pull")
            return await PullAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
            return End(verb, body);
    }

    private async Task<HttpResponseMessage> PullAsync(CancellationToken cancellationToken)
    {
        // Looks every ten seconds, as long as Google lets a pull wait.
        for (var looks = 0; ; looks++)
        {
            lock (_lock)
            {
                Counts = (Counts.Pulls + (looks == 0 ? 1 : 0), Counts.Published);
                if (Take() is { Length: > 0 } received || looks == 9)
                    return Dated($$"""{"receivedMessages":[{{Taken}}]}""");
            }

            await Task.Delay(TimeSpan.FromSeconds(10), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private string Taken { get; set; } = "";

    private string Take()
    {
        foreach (var (id, message) in _leased.Where(one => one.Value.Due <= time.Elapsed).ToList())
        {
            _leased.Remove(id);
            _waiting.Add(message);
        }

        var due = _waiting.Where(message => message.Due <= time.Elapsed).OrderBy(_ => random.Next()).Take(100).ToList();
        var received = new List<string>();
        foreach (var message in due)
        {
            _waiting.Remove(message);
            var id = string.Create(CultureInfo.InvariantCulture, $"ack-{++_number}");
            _leased.Add(id, message with { Due = time.Elapsed + FirstDeadline });
            received.Add($$"""{"ackId":"{{id}}","message":{"data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Json))}}","messageId":"{{_number}}","publishTime":"{{time.TrueNow.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}"} }""");
        }

        return Taken = string.Join(',', received);
    }

    private HttpResponseMessage End(string verb, string body)
    {
        using var json = JsonDocument.Parse(body);
        foreach (var id in json.RootElement.GetProperty("ackIds").EnumerateArray().Select(static id => id.GetString()!))
        {
            if (!_leased.Remove(id, out var message))
                continue;
            if (verb == "acknowledge")
                Acknowledged(message.Json);
            else
                _leased.Add(id, message with { Due = time.Elapsed + TimeSpan.FromSeconds(json.RootElement.GetProperty("ackDeadlineSeconds").GetInt32()) });
        }

        return Dated("{}");
    }

    private HttpResponseMessage Dated(string body)
    {
        var response = StubHandler.Json(body);
        response.Headers.Date = time.TrueNow;
        return response;
    }

    private sealed record Waiting(string Json, TimeSpan Due);
}
