namespace Nest.Sdk.Benchmarks.Memory;

/// <summary>The managed memory of one of many idle instances.</summary>
internal static class IdleMemory
{
    private const int Count = 1000;

    /// <param name="make">Creates an idle instance. The returned object keeps it alive.</param>
    /// <returns>The bytes per instance.</returns>
    public static double Of(Func<int, object> make)
    {
        // The first instance also creates what all share.
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
        // Twice: objects that the first collection finalizes are freed by the second. Aggressive: pools release their
        // spare buffers.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
