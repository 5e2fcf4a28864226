namespace Nest.Sdk.Benchmarks.Memory;

/// <summary>What one of many keeps in managed memory while nothing happens.</summary>
internal static class IdleMemory
{
    private const int Count = 1000;

    /// <param name="make">Makes one; what it returns is at rest, and all that keeps it.</param>
    /// <returns>Bytes for each.</returns>
    public static double Of(Func<int, object> make)
    {
        // The first one also makes what all share.
        var first = make(Count);
        var all = new object[Count];
        var before = Now();
        for (var i = 0; i < all.Length; i++)
            all[i] = make(i);
        var bytes = (Now() - before) / (double)Count;
        GC.KeepAlive(all);
        GC.KeepAlive(first);
        return bytes;
    }

    private static long Now()
    {
        // Twice: what the first collection finalizes goes with the second. Aggressive: pools give back what they only keep in case.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
