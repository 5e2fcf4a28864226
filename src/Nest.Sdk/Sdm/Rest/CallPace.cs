namespace Nest.Sdk.Sdm.Rest;

/// <summary>
/// Holds the calls of one method of one user within Google's limit: at most a number of them in any minute, one fewer
/// than Google allows. See docs/protocol/smart-device-management.md#quotas.
/// </summary>
/// <param name="most">The number of calls in a minute.</param>
/// <param name="time">The clock. Its monotonic part is used, so that a changed system clock has no effect.</param>
internal sealed class CallPace(int most, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>A client lists at least once a day.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(2);

    private readonly Lock _gate = new();
    private readonly Queue<long> _calls = new(most);
    private long _last = time.GetTimestamp();
    private Task _turn = Task.CompletedTask;

    /// <summary>Whether no call was counted for longer than any client waits between two.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return time.GetElapsedTime(_last) >= Forgotten;
        }
    }

    /// <summary>
    /// Waits until the next call is allowed, and counts it. In order of arrival: a poll that uses the whole limit must not
    /// keep a read waiting indefinitely. A cancelled wait counts nothing.
    /// </summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Interlocked.Exchange(ref _turn, turn.Task);
        try
        {
            await before.WaitAsync(cancellationToken).ConfigureAwait(false);
            while (!TryEnter(out var wait))
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A caller that gives up early must not let those behind it overtake those before it.
            _ = before.ContinueWith(static (_, own) => ((TaskCompletionSource)own!).SetResult(), turn, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Counts a call if it is allowed now.</summary>
    /// <returns>False when it is not allowed yet.</returns>
    public bool TryEnter() => TryEnter(out _);

    private bool TryEnter(out TimeSpan wait)
    {
        lock (_gate)
        {
            // In whole milliseconds, as timers count: a rest of less would be a wait that ends at once.
            wait = _calls.Count < most ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling((Window - time.GetElapsedTime(_calls.Peek())).TotalMilliseconds));
            if (wait > TimeSpan.Zero)
                return false;
            if (_calls.Count == most)
                _calls.Dequeue();
            _calls.Enqueue(_last = time.GetTimestamp());
            return true;
        }
    }
}
