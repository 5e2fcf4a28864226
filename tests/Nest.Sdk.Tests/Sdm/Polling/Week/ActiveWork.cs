namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>
/// Counts the threads that run marked code now. The mark flows with the code onto the thread pool, where no timer shows
/// that something runs.
/// </summary>
internal sealed class ActiveWork
{
    private readonly AsyncLocal<ActiveWork?> _mark;
    private int _threads;

    public ActiveWork() => _mark = new AsyncLocal<ActiveWork?>(Note);

    /// <summary>The number of threads, that of the caller included when it is marked.</summary>
    public int Threads => Volatile.Read(ref _threads);

    /// <summary>Marks the calling asynchronous method and all that it starts.</summary>
    public void Mark() => _mark.Value = this;

    private void Note(AsyncLocalValueChangedArgs<ActiveWork?> change)
    {
        if (change.PreviousValue is null != change.CurrentValue is null)
            Interlocked.Add(ref _threads, change.CurrentValue is null ? -1 : 1);
    }
}
