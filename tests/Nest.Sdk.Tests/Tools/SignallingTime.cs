using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Tests.Tools;

/// <summary>A fake clock that tells when somebody starts to wait, so that a test never advances it too early.</summary>
public sealed class SignallingTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Signal(dueTime);
        return new SignallingTimer(timer, Signal);
    }

    /// <summary>Waits until somebody starts to wait for a length of time that fits.</summary>
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
            // Gone.
        }
    }

    /// <summary>Waits until somebody waits, and lets that time pass.</summary>
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

    private sealed class SignallingTimer(ITimer timer, Action<TimeSpan> signal) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            signal(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
