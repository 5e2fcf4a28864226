using System.Diagnostics;
using System.Runtime;

namespace Nest.Sdk.Scale;

/// <summary>What this process uses. Looking collects garbage, so the processor's time is read before and after.</summary>
internal sealed record Usage(TimeSpan Started, long ManagedBytes, long ResidentBytes, int Threads, TimeSpan Ended)
{
    public static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    public static Usage Now()
    {
        var started = Processor();
        // Twice: what the first collection finalizes goes with the second. Compacting gives pages back, which RSS counts.
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return new(started, GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64, process.Threads.Count, Processor());
    }
}
