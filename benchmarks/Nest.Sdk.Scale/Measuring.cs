using System.Diagnostics;

namespace Nest.Sdk.Scale;

/// <summary>Measures one fleet in this process, against a server in another process.</summary>
internal static class Measuring
{
    private const int Puts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    public static async Task<int> RunAsync(int homes, TimeSpan idle)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var server = Child.Start("serve");
        var port = await server.ReadLineAsync(patience.Token);
        // One home first, so that code and shared pools do not count for the fleet.
        await using (var one = new Fleet(1))
            await one.ConnectAsync(port, patience.Token);
        var before = Usage.Now();

        await using var fleet = new Fleet(homes);
        var start = Stopwatch.GetTimestamp();
        await fleet.ConnectAsync(port, patience.Token);
        var connect = Stopwatch.GetElapsedTime(start);
        var puts = await PutAsync(server, fleet, homes, patience.Token);

        await Task.Delay(TimeSpan.FromSeconds(1), patience.Token);
        var settled = Usage.Now();
        await Task.Delay(idle, patience.Token);
        var after = Usage.Now();
        Console.WriteLine(new Figures
        {
            Homes = homes,
            ManagedKilobytes = (settled.ManagedBytes - before.ManagedBytes) / 1024.0 / homes,
            ResidentKilobytes = (settled.ResidentBytes - before.ResidentBytes) / 1024.0 / homes,
            Threads = settled.Threads,
            IdleMicroseconds = (after.Started - settled.Ended).TotalMicroseconds / idle.TotalSeconds / homes,
            PutMilliseconds = puts.Milliseconds,
            PutMicroseconds = puts.Microseconds,
            ConnectSeconds = connect.TotalSeconds,
        }.ToJson());
        return 0;
    }

    /// <summary>
    /// The median time until a put has reached all homes, and its processor time per home in this process.
    /// </summary>
    private static async Task<(double Milliseconds, double Microseconds)> PutAsync(Child server, Fleet fleet, int homes, CancellationToken cancellationToken)
    {
        var times = new List<(double Milliseconds, double Microseconds)>();
        for (var version = 1; version <= Puts; version++)
        {
            var seen = fleet.ExpectAll();
            var (start, busy) = (Stopwatch.GetTimestamp(), Usage.Processor());
            server.Send($"put {version}");
            await seen.WaitAsync(cancellationToken);
            times.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Usage.Processor() - busy).TotalMicroseconds / homes));
        }

        return (Median(times.Select(static time => time.Milliseconds)), Median(times.Select(static time => time.Microseconds)));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Puts / 2);
}
