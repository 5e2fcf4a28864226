namespace Nest.Sdk.Cli.Watching;

/// <summary>
/// Holds an observer until its item was shown, so that a message is acknowledged only then. Changes and events arrive one
/// after the other each, so there is at most one waiter of a kind.
/// </summary>
internal sealed class ShownGate : IDisposable
{
    /// <summary>Both observers may wait while others work.</summary>
    private const int Threads = 8;

    private readonly SemaphoreSlim _changes = new(0);
    private readonly SemaphoreSlim _events = new(0);
    private readonly CancellationTokenSource _over = new();

    public ShownGate()
    {
        // The pool has one thread for each core at once, and adds others only after half a second: on a small machine every
        // line would be that late.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Threads), ports);
    }

    /// <summary>Reports that a change was shown, or that it gives nothing to show.</summary>
    public void ChangeShown() => _changes.Release();

    /// <summary>Reports that an event was shown, or that it gives nothing to show.</summary>
    public void EventShown() => _events.Release();

    public void WaitForChange() => Wait(_changes);

    public void WaitForEvent() => Wait(_events);

    /// <summary>Lets the observers go whose items are not shown. Called after the client has ended.</summary>
    public void Dispose()
    {
        // Not disposed: an observer may still wait.
        _over.Cancel();
    }

    private void Wait(SemaphoreSlim shown)
    {
        try
        {
            shown.Wait(_over.Token);
        }
        catch (OperationCanceledException)
        {
            // The watch is over, and so is the subscription of this observer.
        }
    }
}
