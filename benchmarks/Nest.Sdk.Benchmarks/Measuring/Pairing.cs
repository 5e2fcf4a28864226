using System.Diagnostics;
using System.Runtime;

namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>
/// Measures a candidate and a baseline alternately in one process, so that a slower clock or a busy machine affects
/// both.
/// </summary>
/// <remarks>
/// The result is the median of the ratios of the rounds, not the ratio of the medians. The two halves of a round are
/// adjacent in time, so a slow second on a shared machine cancels out in each ratio. It would move the median of the
/// side that it hit more often.
/// </remarks>
internal static class Pairing
{
    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(0.5);
    private static readonly TimeSpan AllocationLength = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(4);
    private const int FewestRounds = 9;

    /// <summary>
    /// Measures several instances of the same pair and evaluates the rounds of all. The random position of an array
    /// within a cache line changes a short comparison by a third.
    /// </summary>
    /// <param name="makes">The instances. Each is made when its turn comes.</param>
    /// <param name="settling">How long the compiler must have been idle before an instance counts.</param>
    /// <param name="length">How long each instance is measured.</param>
    public static Measurement Measure(IEnumerable<(Work Baseline, Work Candidate)> makes, TimeSpan settling, TimeSpan length)
    {
        var rounds = new List<(double Baseline, double Candidate)>();
        var bytes = 0.0;
        foreach (var (baseline, candidate) in makes)
        {
            WarmUp(baseline, candidate, settling);
            // Garbage of the setup must not be collected during the measurement.
            GC.Collect();
            var (baselineOperations, candidateOperations) = (Calibrate(baseline), Calibrate(candidate));
            rounds.AddRange(Rounds(baseline, baselineOperations, candidate, candidateOperations, length));
            bytes = Math.Max(bytes, Allocated(candidate, candidateOperations));
        }

        return new(
            Median(rounds.Select(static round => round.Candidate / round.Baseline)),
            Median(rounds.Select(static round => round.Baseline)),
            Median(rounds.Select(static round => round.Candidate)),
            bytes,
            rounds.Count);
    }

    private static List<(double Baseline, double Candidate)> Rounds(Work baseline, int baselineOperations, Work candidate, int candidateOperations, TimeSpan length)
    {
        var rounds = new List<(double, double)>();
        var start = Stopwatch.GetTimestamp();
        while (rounds.Count < FewestRounds || Stopwatch.GetElapsedTime(start) < length)
        {
            // The order alternates, so the cache contents that one side leaves favor neither on average.
            var candidateFirst = rounds.Count % 2 == 1;
            var candidateTime = candidateFirst ? Half(candidate, candidateOperations) : 0;
            var baselineTime = Half(baseline, baselineOperations);
            if (!candidateFirst)
                candidateTime = Half(candidate, candidateOperations);
            rounds.Add((baselineTime, candidateTime));
        }

        return rounds;
    }

    /// <summary>
    /// Runs both until the compiler has been idle long enough. It recompiles hot code in the background, late on a busy
    /// machine.
    /// </summary>
    public static void WarmUp(Work baseline, Work candidate, TimeSpan quiet)
    {
        var (start, last, compiled) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), JitInfo.GetCompiledMethodCount());
        do
        {
            Run(baseline);
            Run(candidate);
            if (JitInfo.GetCompiledMethodCount() is var now && now != compiled)
                (last, compiled) = (Stopwatch.GetTimestamp(), now);
        }
        while (Stopwatch.GetElapsedTime(last) < quiet && Stopwatch.GetElapsedTime(start) < LongestWarmUp);

        static void Run(Work work)
        {
            var start = Stopwatch.GetTimestamp();
            do
                work.Time(2);
            while (Stopwatch.GetElapsedTime(start) < RoundLength);
        }
    }

    /// <summary>The number of operations that fill a round.</summary>
    private static int Calibrate(Work work)
    {
        for (var operations = 1; ; operations *= 2)
        {
            var time = work.Time(operations);
            if (time >= RoundLength)
                return operations;
            if (time >= RoundLength / 4)
                return (int)Math.Ceiling(operations * (RoundLength / time));
        }
    }

    private static double Half(Work work, int operations)
    {
        // The first operation runs with the caches as the other side left them. It does not count, unless a round is
        // one operation that fills the caches anyway.
        if (operations > 1)
            work.Time(1);
        return work.Time(operations).TotalNanoseconds / operations;
    }

    private static double Allocated(Work work, int operations)
    {
        var (before, done, start) = (GC.GetAllocatedBytesForCurrentThread(), 0, Stopwatch.GetTimestamp());
        do
        {
            work.Time(operations);
            done += operations;
        }
        while (Stopwatch.GetElapsedTime(start) < AllocationLength);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)done;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
