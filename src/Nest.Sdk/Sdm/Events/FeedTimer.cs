namespace Nest.Sdk.Sdm.Events;

/// <summary>Waits for many homes with one timer. Thread-safe.</summary>
/// <param name="time">The clock.</param>
internal sealed class FeedTimer(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Wait, long> _waits = new();
    private ITimer? _timer;
    private long _next = long.MaxValue;
    private int _running;

    /// <summary>Waits. Zero or less completes at once.</summary>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (delay <= TimeSpan.Zero)
            return;
        var wait = new Wait();
        lock (_gate)
        {
            var due = time.GetTimestamp() + (long)Math.Ceiling(delay.TotalSeconds * time.TimestampFrequency);
            _running++;
            _waits.Enqueue(wait, due);
            Arm(due);
        }

        using var registration = cancellationToken.UnsafeRegister(
            static (state, stop) =>
            {
                var (timer, cancelled) = ((FeedTimer, Wait))state!;
                if (cancelled.TrySetCanceled(stop))
                    timer.Cancelled();
            },
            (this, wait));
        await wait.Task.ConfigureAwait(false);
    }

    private void Arm(long due)
    {
        if (due >= _next)
            return;
        _next = due;
        var ticks = (due - time.GetTimestamp()) * (double)TimeSpan.TicksPerSecond / time.TimestampFrequency;
        var delay = TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(ticks / TimeSpan.TicksPerMillisecond)));
        _timer ??= time.CreateTimer(static timer => ((FeedTimer)timer!).Elapsed(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    private void Elapsed()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            while (_waits.TryPeek(out var wait, out var due) && (due <= now || wait.Task.IsCompleted))
            {
                if (_waits.Dequeue().TrySetResult())
                    _running--;
            }

            _next = long.MaxValue;
            Forget();
            if (_waits.TryPeek(out _, out var next))
                Arm(next);
        }
    }

    private void Cancelled()
    {
        lock (_gate)
        {
            _running--;
            Forget();
        }
    }

    /// <summary>Drops waits that were cancelled, once they are the larger part, and the timer when nothing waits.</summary>
    private void Forget()
    {
        if (_running == 0)
        {
            _waits.Clear();
            _timer?.Dispose();
            (_timer, _next) = (null, long.MaxValue);
        }
        else if (_waits.Count > (2 * _running) + 16)
        {
            var rest = _waits.UnorderedItems.Where(static item => !item.Element.Task.IsCompleted).ToList();
            _waits.Clear();
            _waits.EnqueueRange(rest);
        }
    }

    private sealed class Wait() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}
