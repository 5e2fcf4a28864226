using Nest.Sdk.Testing;

namespace Nest.Sdk.Soak.Google;

/// <summary>Makes Google misbehave at random.</summary>
internal sealed class Trouble(FakeGoogle google, QuickTime time, Random random)
{
    private static readonly Calls Receipts = Calls.PubSub.Where(request => request.Path.EndsWith(":acknowledge", StringComparison.Ordinal) || request.Path.EndsWith(":modifyAckDeadline", StringComparison.Ordinal));

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count => _counts.Values.Sum();

    public string Summary => string.Join(", ", _counts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value}"));

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await time.PauseAsync(TimeSpan.FromSeconds(random.Next(2, 15)), stop);
            var (name, begin) = Next();
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
            await begin(stop);
        }

        google.Faults.Clear();
        google.Script.Clear();
        google.DateOffset = TimeSpan.Zero;
    }

    private (string Name, Func<CancellationToken, Task> Begin) Next() => random.Next(16) switch
    {
        0 => ("pull reset", _ => OnceAsync(Fault.Reset, Calls.Pulls)),
        1 => ("pull closed", _ => OnceAsync(Fault.Close, Calls.Pulls)),
        2 => ("pull 5xx", _ => OnceAsync(Fault.Status(random.Next(500, 505)), Calls.Pulls)),
        3 => ("front end page", _ => OnceAsync(Fault.FrontEndPage(), Calls.Pulls)),
        4 => ("login page", _ => OnceAsync(Fault.Html(), Calls.Pulls)),
        5 => ("pull 429", _ => OnceAsync(Fault.Status(429), Calls.Pulls)),
        6 => ("pull cut", _ => OnceAsync(Fault.Headers.Then(Fault.CutAfter(random.Next(2_000))), Calls.Pulls)),
        7 => ("silent pull", stop => HoldAsync(Fault.Stall, Calls.Pulls, random.Next(10, 200), stop)),
        8 => ("slow pull", stop => HoldAsync(Fault.Headers.Then(Fault.Slow(64, TimeSpan.FromSeconds(1))), Calls.Pulls, random.Next(10, 60), stop)),
        9 => ("lost acknowledgement", _ => OnceAsync(random.Next(2) == 0 ? Fault.Reset : Fault.Headers.Then(Fault.Close), Receipts)),
        10 => ("refused acknowledgement", _ => OnceAsync(Fault.Status(random.Next(500, 505)), Receipts)),
        11 => ("silent acknowledgement", stop => HoldAsync(Fault.Stall, Receipts, random.Next(5, 60), stop)),
        12 => ("failed list", _ => OnceAsync(random.Next(3) switch { 0 => Fault.Reset, 1 => Fault.Status(503), _ => Fault.Html() }, Calls.Sdm)),
        13 => ("false list", FalseListAsync),
        14 => ("expired token", ExpireAsync),
        _ => ("wrong clock", ShiftClockAsync),
    };

    private Task OnceAsync(Fault fault, Calls calls)
    {
        google.Faults.Next(fault, calls, random.Next(1, 5));
        return Task.CompletedTask;
    }

    private async Task HoldAsync(Fault fault, Calls calls, int seconds, CancellationToken stop)
    {
        using (google.Faults.While(fault, calls))
            await time.PauseAsync(TimeSpan.FromSeconds(seconds), stop);
    }

    private Task FalseListAsync(CancellationToken stop)
    {
        google.Script.Next(random.Next(2) == 0 ? BogusState.EmptyList : BogusState.WithoutTraits(), BogusReads.Lists);
        return Task.CompletedTask;
    }

    private Task ExpireAsync(CancellationToken stop)
    {
        if (random.Next(2) == 0)
            google.Faults.Next(Fault.Status(500), Calls.OAuth);
        google.ExpireAccessTokens();
        return Task.CompletedTask;
    }

    /// <summary>The same for all answers of a while. Google's own timestamps are right.</summary>
    private Task ShiftClockAsync(CancellationToken stop)
    {
        google.DateOffset = TimeSpan.FromMilliseconds(random.Next(-900, 900));
        return Task.CompletedTask;
    }
}
