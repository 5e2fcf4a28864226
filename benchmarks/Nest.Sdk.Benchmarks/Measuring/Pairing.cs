using System.Diagnostics;

namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>Measures a candidate against a baseline in turns, in one process: a clock that slows down or a busy neighbour meets both.</summary>
/// <remarks>
/// The result is the median of the ratios of the rounds, not the ratio of the medians: the two halves of a round stand next to each other in time,
/// so a slow second on a shared machine cancels out in each ratio, while it would move the median of whichever side it happened to hit more often.
/// </remarks>
internal static class Pairing
{
    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(0.5);
    private static readonly TimeSpan AllocationLength = TimeSpan.FromMilliseconds(20);
    private const int FewestRounds = 15;

    /// <summary>Measures for about as long as it is told.</summary>
    public static Measurement Measure(Work baseline, Work candidate, TimeSpan budget)
    {
        var (baselineOperations, candidateOperations) = (Calibrate(baseline), Calibrate(candidate));
        var (ratios, baselineTimes, candidateTimes) = (new List<double>(), new List<double>(), new List<double>());
        var start = Stopwatch.GetTimestamp();
        while (ratios.Count < FewestRounds || Stopwatch.GetElapsedTime(start) < budget)
        {
            // Who goes first changes each time: whatever the one leaves behind in the caches helps nobody on the average.
            var candidateFirst = ratios.Count % 2 == 1;
            var candidateTime = candidateFirst ? Half(candidate, candidateOperations) : 0;
            var baselineTime = Half(baseline, baselineOperations);
            if (!candidateFirst)
                candidateTime = Half(candidate, candidateOperations);
            ratios.Add(candidateTime / baselineTime);
            baselineTimes.Add(baselineTime);
            candidateTimes.Add(candidateTime);
        }

        return new(Median(ratios), Median(baselineTimes), Median(candidateTimes), Allocated(candidate, candidateOperations), ratios.Count);
    }

    /// <summary>Lets both run until the compiler has settled on them.</summary>
    public static void WarmUp(Work baseline, Work candidate, TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            Run(baseline);
            Run(candidate);
        }
        while (Stopwatch.GetElapsedTime(start) < length);

        static void Run(Work work)
        {
            var start = Stopwatch.GetTimestamp();
            do
                work.Time(2);
            while (Stopwatch.GetElapsedTime(start) < RoundLength);
        }
    }

    /// <summary>How many operations fill a round.</summary>
    private static int Calibrate(Work work)
    {
        for (var operations = 1; ; operations *= 2)
        {
            var time = Stopwatch.GetElapsedTime(0, work.Time(operations));
            if (time >= RoundLength)
                return operations;
            if (time >= RoundLength / 4)
                return (int)Math.Ceiling(operations * (RoundLength / time));
        }
    }

    private static double Half(Work work, int operations)
    {
        // The first operation meets the caches as the other side left them; it counts for nothing, unless a round is a single operation that fills them anyway.
        if (operations > 1)
            work.Time(1);
        return Stopwatch.GetElapsedTime(0, work.Time(operations)).TotalNanoseconds / operations;
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

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
