namespace Nest.Sdk.Sdm.Rest;

/// <summary>
/// Holds the calls of one method of one user within Google's limit: at most a number of them in any minute, one fewer
/// than Google allows. See docs/protocol/smart-device-management.md#quotas.
/// </summary>
/// <param name="most">The number of calls in a minute.</param>
/// <param name="time">The clock. Its monotonic part is used, so that a changed system clock has no effect.</param>
internal sealed class CallPace(int most, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Queue<long> _calls = new(most);

    /// <summary>Waits until the next call is allowed, and counts it. A cancelled wait counts nothing.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (Remaining() is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            Count();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Counts a call if it is allowed now.</summary>
    /// <returns>False when it is not allowed yet, or others wait.</returns>
    public bool TryEnter()
    {
        if (!_turn.Wait(0, CancellationToken.None))
            return false;
        try
        {
            if (Remaining() > TimeSpan.Zero)
                return false;
            Count();
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>In whole milliseconds, as timers count. A rest of less would be a wait that ends at once.</summary>
    private TimeSpan Remaining() =>
        _calls.Count < most ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling((Window - time.GetElapsedTime(_calls.Peek())).TotalMilliseconds));

    private void Count()
    {
        if (_calls.Count == most)
            _calls.Dequeue();
        _calls.Enqueue(time.GetTimestamp());
    }
}
