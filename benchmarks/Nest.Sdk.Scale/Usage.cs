using System.Diagnostics;
using System.Runtime;

namespace Nest.Sdk.Scale;

/// <summary>
/// The resource usage of this process. Measuring collects garbage, so the processor time is read before and after.
/// </summary>
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
        // Twice: objects that the first collection finalizes are freed by the second. Compacting returns pages, which
        // RSS counts.
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return new(started, GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64, process.Threads.Count, Processor());
    }
}
