namespace Nest.Sdk.Testing.Waiting;

/// <summary>Rings once when the clock has reached a time, however far that is; set anew it forgets the old time.</summary>
internal sealed class Alarm : IDisposable
{
    // A timer takes no more than 49 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Action _ring;
    private readonly ITimer _timer;
    private DateTimeOffset? _due;

    public Alarm(TimeProvider time, Action ring)
    {
        _time = time;
        _ring = ring;
        _timer = time.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Null: never.</summary>
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
                // The time was far, or the clock was set back.
                Wait();
                return;
            }

            _due = null;
        }

        // Outside the lock: whoever is rung may set the alarm anew.
        _ring();
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
