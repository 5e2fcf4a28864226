using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Tests.Tools;

/// <summary>A fake clock that signals when code starts to wait, so that a test never advances it too early.</summary>
/// <param name="hearsChanges">
/// Whether it also signals a timer that is set again, as each read does with its timeout.
/// </param>
public sealed class SignallingTime(bool hearsChanges = false) : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();
    private long _wallOffset;
    private int _liveTimers;

    /// <summary>Timers that were created and not disposed.</summary>
    public int LiveTimers => Volatile.Read(ref _liveTimers);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _wallOffset));

    // The fake clock measures elapsed time with its wall clock. A real one does not.
    public override long GetTimestamp() => base.GetTimestamp() - Interlocked.Read(ref _wallOffset);

    /// <summary>Sets the wall clock without affecting elapsed time.</summary>
    public void JumpWallClock(TimeSpan by) => Interlocked.Add(ref _wallOffset, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _liveTimers);
        var timer = new Timer(this, base.CreateTimer(callback, state, dueTime, period));
        Signal(dueTime);
        return timer;
    }

    /// <summary>Waits until code starts to wait for a matching length of time.</summary>
    public async Task<TimeSpan> NextWaitAsync(Func<TimeSpan, bool>? fits = null)
    {
        while (true)
        {
            var wait = await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);
            if (fits is null || fits(wait))
                return wait;
        }
    }

    /// <summary>Forgets the waits that have begun so far.</summary>
    public void ForgetWaits()
    {
        while (_waits.Reader.TryRead(out _))
        {
            // Disposed.
        }
    }

    /// <summary>Waits until code waits, and lets that time pass.</summary>
    public async Task<TimeSpan> PassNextWaitAsync(Func<TimeSpan, bool>? fits = null)
    {
        var wait = await NextWaitAsync(fits);
        Advance(wait);
        return wait;
    }

    private void Signal(TimeSpan dueTime)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
            _waits.Writer.TryWrite(dueTime);
    }

    private sealed class Timer(SignallingTime time, ITimer timer) : ITimer
    {
        private int _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            if (time.HearsChanges)
                time.Signal(dueTime);
            return isChanged;
        }

        public void Dispose()
        {
            timer.Dispose();
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
                Interlocked.Decrement(ref time._liveTimers);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private bool HearsChanges => hearsChanges;
}
