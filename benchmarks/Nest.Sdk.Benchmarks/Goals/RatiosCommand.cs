using Nest.Sdk.Benchmarks.Charts;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Benchmarks.Works;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>
/// Measures all goals in this process and prints one line each: <c>ratios [--only P2,P3] [--json FILE] [--charts
/// FOLDER]</c>.
/// </summary>
internal static class RatiosCommand
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.25);

    /// <returns>0 when every goal is met, 1 when one is missed.</returns>
    public static int Run(string[] args)
    {
        var only = Option(args, "--only")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Console.WriteLine(Machine.This);
        if (Machine.Load is { } load && load > Machine.This.Cores)
            Console.WriteLine(FormattableString.Invariant($"The machine is busy (load {load:0.0}): other processes evict the caches, so the numbers vary."));
        WarmUpEngine();
        var results = new List<GoalResult>();
        foreach (var goal in GoalTable.All.Where(goal => only is null || only.Contains(goal.Id, StringComparer.OrdinalIgnoreCase)))
        {
            var result = GoalResult.Of(goal);
            Console.WriteLine(result);
            results.Add(result);
        }

        if (Option(args, "--json") is { } file)
            GoalReport.Of(results).Save(file);
        if (Option(args, "--charts") is { } folder)
            CostCharts.Save(folder);
        if (results.Count == 0)
            Console.Error.WriteLine("No goal has this id.");
        return results.Count > 0 && results.TrueForAll(static result => result.IsMet) ? 0 : 1;
    }

    /// <summary>
    /// Runs every kind of change, always. The compiler optimizes for what it has seen, and <c>--only</c> must not
    /// change the numbers.
    /// </summary>
    private static void WarmUpEngine()
    {
        foreach (var change in Enum.GetValues<HomeChange>())
        {
            var pair = HomePair.Make(HomeSize.L, change);
            Pairing.WarmUp(new CompareMemory(pair.Next), new DiffWork(pair), WarmUp);
            Pairing.WarmUp(new Tokenise(pair.Next), change == HomeChange.ThreeLeaves ? new SwapWork(pair) : new DiffWork(pair), WarmUp);
        }
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
