using System.Diagnostics;

namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>Returns the processor time of this process. Other processes do not affect it.</summary>
/// <remarks>
/// By wall-clock time, an operation of several milliseconds is longer than a time slice, and appeared 2.5 times slower
/// beside a busy process. Windows counts processor time in steps of 16 ms, too coarse for a round, so wall-clock time
/// is used there. Elsewhere the steps are 1 µs.
/// </remarks>
internal static class Clock
{
    private static readonly bool IsProcessorTimeFine = !OperatingSystem.IsWindows();

    public static TimeSpan Now => IsProcessorTimeFine ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);
}
