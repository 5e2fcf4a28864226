using System.Diagnostics;

namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>Tells the time that this process has spent on the processor: what others do in between does not count.</summary>
/// <remarks>
/// With the time on the wall an operation of milliseconds, longer than a slice of time, looked two and a half times as slow beside a busy neighbour.
/// Windows counts the processor's time in steps of 16 ms, too coarse for a round: there the wall's has to do. Elsewhere the steps are 1 µs.
/// </remarks>
internal static class Clock
{
    private static readonly bool IsProcessorTimeFine = !OperatingSystem.IsWindows();

    public static TimeSpan Now => IsProcessorTimeFine ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);
}
