using System.Collections.Concurrent;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Soak.Wwn;

/// <summary>Makes the server misbehave at random.</summary>
internal sealed class Faults(FakeNestServer server, Random random)
{
    private static readonly string[] BrokenEvents =
    [
        "event: put\ndata: {\"path\":\"/\",\"data\":null}\n\n",
        "event: put\ndata: {\"path\":\"/\",\"data\":[1]}\n\n",
        "event: put\ndata: {\"path\":\n\n",
        "event: put\ndata\n\n",
        "event: news\ndata: 7\n\n",
        ": a comment\n\n",
        "no field at all\n\n",
        "\r\n\r\n",
    ];

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private IDisposable? _held;

    public int Count => _counts.Values.Sum();

    public string Summary => string.Join(", ", _counts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value}"));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Pause.ForAsync(TimeSpan.FromMilliseconds(random.Next(20, 400)), cancellationToken);
            var (name, inject) = Next();
            _counts.AddOrUpdate(name, 1, static (_, count) => count + 1);
            await inject(cancellationToken);
        }
    }

    public void Stop() => _held?.Dispose();

    private (string Name, Func<CancellationToken, Task> Inject) Next() => random.Next(12) switch
    {
        0 => ("cut", _ => server.Faults.NowAsync(Fault.Reset)),
        1 => ("close", _ => server.Faults.NowAsync(Fault.End)),
        2 => ("stall", stop => HoldAsync(server.Faults.While(Fault.Stall, Calls.Streams), TimeSpan.FromSeconds(random.Next(1, 5)), stop)),
        3 => ("late answers", stop => HoldAsync(server.Faults.While(Fault.Stall), TimeSpan.FromSeconds(random.Next(1, 4)), stop)),
        4 => ("bare error", _ => server.Faults.NowAsync(Fault.BareError())),
        5 => ("error event", _ => server.Faults.NowAsync(Fault.Event("error", "{\"error\":\"internal\"}"))),
        6 => ("refused stream", RefuseAsync),
        7 => ("duplicate", _ => server.Faults.NowAsync(Fault.Duplicate)),
        8 => ("cut in an event", _ => server.Faults.NowAsync(Fault.CutAfter(random.Next(2_000)))),
        9 => ("oversized event", _ => server.Faults.NowAsync(Fault.Oversized(1 << 20))),
        _ => ("broken event", _ => server.Faults.NowAsync(Fault.Raw(BrokenEvents[random.Next(BrokenEvents.Length)]))),
    };

    private Task RefuseAsync(CancellationToken cancellationToken)
    {
        if (random.Next(4) == 0)
            server.Faults.Next(Fault.Redirect(new Uri("https://elsewhere.example/")));
        else
            server.Faults.Next(Fault.Status(random.Next(2) == 0 ? 503 : 500));
        return server.Faults.NowAsync(Fault.Reset);
    }

    private async Task HoldAsync(IDisposable hold, TimeSpan length, CancellationToken cancellationToken)
    {
        _held = hold;
        using (hold)
            await Pause.ForAsync(length, cancellationToken);
    }
}
