namespace Nest.Sdk.Scale;

/// <summary>
/// Measures fleets one after another, each in its own process, so that memory left by one fleet does not count for the
/// next.
/// </summary>
internal static class Fleets
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(170);

    /// <summary>The largest allowed ratio of the memory per home between the largest and the smallest fleet.</summary>
    private const double Flat = 1.25;

    public static async Task<int> RunAsync(IReadOnlyList<int> fleets, int idleSeconds)
    {
        if (OpenFiles.Limit() is { } limit && fleets.Max() + 200 > limit)
        {
            Console.Error.WriteLine($"{fleets.Max():N0} homes need as many open files, and {limit:N0} are allowed: run \"ulimit -n {fleets.Max() * 2}\" first.");
            return 2;
        }

        using var patience = new CancellationTokenSource(Patience);
        Console.WriteLine(Figures.Header);
        var all = new List<Figures>();
        foreach (var homes in fleets)
        {
            using var measuring = Child.Start("measure", $"{homes}", $"{idleSeconds}");
            all.Add(Figures.Parse(await measuring.ReadLineAsync(patience.Token)));
            Console.WriteLine(all[^1]);
        }

        var growth = all[^1].ManagedKilobytes / all[0].ManagedKilobytes;
        Console.WriteLine(FormattableString.Invariant($"A home of the last fleet takes {growth:0.00}× the managed memory of a home of the first: {(growth <= Flat ? "flat" : "not flat")}."));
        return growth <= Flat ? 0 : 1;
    }
}
