namespace Nest.Sdk.Cli.Watching;

/// <summary>
/// Holds an observer until its item was shown, so that a message is acknowledged only then. Changes and events arrive one
/// after the other each, so there is at most one waiter of a kind.
/// </summary>
internal sealed class ShownGate : IDisposable
{
    private readonly SemaphoreSlim _changes = new(0);
    private readonly SemaphoreSlim _events = new(0);
    private readonly CancellationTokenSource _over = new();

    /// <summary>Reports that a change was shown, or that it gives nothing to show.</summary>
    public void ChangeShown() => _changes.Release();

    /// <summary>Reports that an event was shown, or that it gives nothing to show.</summary>
    public void EventShown() => _events.Release();

    public void WaitForChange() => Wait(_changes);

    public void WaitForEvent() => Wait(_events);

    /// <summary>Lets the observers go whose items are not shown. Called after the client has ended.</summary>
    public void Dispose() => _over.Cancel();

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
