namespace Nest.Sdk.Tests.Tools;

/// <summary>
/// A clock that moves from one due timer to the next, so that days pass in seconds and always in the same order.
/// </summary>
internal sealed class SteppedTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<Timer, (long Due, long Order)> _queue = new();
    private long _now;
    private long _wallOffset;
    private long _order;
    private long _activity;
    private int _delays;

    /// <summary>The time since the start, by the monotonic clock.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Volatile.Read(ref _now));

    /// <summary>The number of running <see cref="Task.Delay(TimeSpan, TimeProvider)"/>, timeouts not included.</summary>
    public int Delays => Volatile.Read(ref _delays);

    /// <summary>Changes whenever code uses a timer.</summary>
    public long Activity => Volatile.Read(ref _activity);

    /// <summary>The time without the errors of the local clock.</summary>
    public DateTimeOffset TrueNow => Start + Elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => TrueNow + TimeSpan.FromTicks(Volatile.Read(ref _wallOffset));

    /// <summary>Sets how far the local clock is ahead, without affecting elapsed time.</summary>
    public void SetWallClockAhead(TimeSpan by) => Volatile.Write(ref _wallOffset, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, period);
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the next due timer and runs it, or to a time before it.</summary>
    /// <returns>False when no timer was due by then.</returns>
    public bool Step(TimeSpan until)
    {
        Timer? due = null;
        lock (_lock)
        {
            while (_queue.TryPeek(out var next, out var key) && key.Due <= until.Ticks && due is null)
            {
                _queue.Dequeue();
                if (next.TryTake(key.Order))
                    (due, _now) = (next, Math.Max(_now, key.Due));
            }

            if (due is null)
                _now = Math.Max(_now, until.Ticks);
        }

        due?.Run();
        return due is not null;
    }

    private sealed class Timer(SteppedTime time, TimerCallback callback, object? state) : ITimer
    {
        private long _order = -1;

        /// <summary>The promise of a delay is a task. A timeout is a cancellation source.</summary>
        private bool IsDelay => state is Task;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                Forget();
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                _order = ++time._order;
                time._delays += IsDelay ? 1 : 0;
                time._queue.Enqueue(this, (time._now + dueTime.Ticks, _order));
                return true;
            }
        }

        /// <summary>Takes the timer off the queue, unless it was changed or disposed since.</summary>
        public bool TryTake(long order)
        {
            if (order != _order)
                return false;
            Forget();
            return true;
        }

        public void Run() => callback(state);

        public void Dispose()
        {
            lock (time._lock)
                Forget();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Forget()
        {
            time._activity++;
            if (_order < 0)
                return;
            _order = -1;
            time._delays -= IsDelay ? 1 : 0;
        }
    }
}
