namespace Nest.Sdk.Testing.Waiting;

/// <summary>
/// Calls back once when the clock reaches a time. The time may exceed the longest timer of .NET. Setting it again
/// replaces the old time.
/// </summary>
internal sealed class DueTimer : IDisposable
{
    // The longest timer of .NET is 49 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Action _onDue;
    private readonly ITimer _timer;
    private DateTimeOffset? _due;

    public DueTimer(TimeProvider time, Action onDue)
    {
        _time = time;
        _onDue = onDue;
        _timer = time.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets the time of the callback. Null stops the timer.</summary>
    public void Set(DateTimeOffset? due)
    {
        lock (_lock)
        {
            _due = due;
            Wait();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _due = null;
            _timer.Dispose();
        }
    }

    private void Check()
    {
        var now = _time.GetUtcNow();
        lock (_lock)
        {
            if (_due is null || now < _due)
            {
                // The time exceeds one timer, or the clock was set back.
                Wait();
                return;
            }

            _due = null;
        }

        // Outside the lock: the callback may set the timer again.
        _onDue();
    }

    private void Wait()
    {
        if (_due is { } due)
        {
            var left = due - _time.GetUtcNow();
            _timer.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left, Timeout.InfiniteTimeSpan);
        }
    }
}
