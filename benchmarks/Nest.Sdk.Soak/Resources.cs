using System.Diagnostics;

namespace Nest.Sdk.Soak;

/// <summary>The memory, handles and threads of the process, server included, after warm-up and at the end.</summary>
internal sealed class Resources
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    private (double Megabytes, int Handles, int Threads) _warm;
    private (double Megabytes, int Handles, int Threads) _end;

    /// <summary>Whether nothing grows. The request journal of the fake is included.</summary>
    public bool IsFlat => _end.Megabytes - _warm.Megabytes < 20 && _end.Handles - _warm.Handles < 50 && _end.Threads - _warm.Threads < 30;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Pause.ForAsync(WarmUp, cancellationToken);
        _warm = Measure();
        await Pause.ForAsync(Timeout.InfiniteTimeSpan, cancellationToken);
        _end = Measure();
    }

    public override string ToString() =>
        $"memory: {_warm.Megabytes:F1} MB warm, {_end.Megabytes:F1} MB at the end, growth {_end.Megabytes - _warm.Megabytes:F1} MB; handles: {_warm.Handles} -> {_end.Handles}; threads: {_warm.Threads} -> {_end.Threads}";

    private static (double, int, int) Measure()
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0;
        using var process = Process.GetCurrentProcess();
        return (managed, process.HandleCount, process.Threads.Count);
    }
}
