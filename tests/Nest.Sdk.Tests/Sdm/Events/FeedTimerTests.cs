using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Events;

public sealed class FeedTimerTests
{
    private readonly SignallingTime _time = new();
    private readonly FeedTimer _timer;

    public FeedTimerTests() => _timer = new FeedTimer(_time);

    [Fact]
    public async Task Nothing_to_wait_for_needs_no_timer()
    {
        await _timer.DelayAsync(TimeSpan.Zero, default);
        await _timer.DelayAsync(TimeSpan.FromSeconds(-1), default);

        Assert.Equal(0, _time.LiveTimers);
    }

    [Fact]
    public async Task A_thousand_waits_share_one_timer_and_each_ends_at_its_time()
    {
        var waits = Enumerable.Range(1, 1000).Reverse().Select(second => _timer.DelayAsync(TimeSpan.FromSeconds(second), default)).Reverse().ToList();
        Assert.Equal(1, _time.LiveTimers);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.DoesNotContain(waits, static wait => wait.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await waits[0].WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.False(waits[1].IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(499));
        await Task.WhenAll(waits.Take(500)).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.False(waits[500].IsCompleted);
        Assert.Equal(1, _time.LiveTimers);
    }

    [Fact]
    public async Task A_shorter_wait_that_comes_later_ends_first()
    {
        var slow = _timer.DelayAsync(TimeSpan.FromMinutes(30), default);
        var quick = _timer.DelayAsync(TimeSpan.FromSeconds(1), default);

        _time.Advance(TimeSpan.FromSeconds(1));
        await quick.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.False(slow.IsCompleted);

        _time.Advance(TimeSpan.FromMinutes(30));
        await slow.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_wait_of_less_than_a_millisecond_ends()
    {
        var wait = _timer.DelayAsync(TimeSpan.FromTicks(1), default);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        await wait.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once_and_the_others_go_on()
    {
        using var stop = new CancellationTokenSource();
        var cancelled = _timer.DelayAsync(TimeSpan.FromSeconds(1), stop.Token);
        var other = _timer.DelayAsync(TimeSpan.FromSeconds(2), default);

        await stop.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(stop.Token, error.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(2));

        await other.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _timer.DelayAsync(TimeSpan.FromSeconds(1), stop.Token));
    }

    /// <summary>A relist that is woken leaves a wait of half an hour behind each time.</summary>
    [Fact]
    public async Task Cancelled_waits_do_not_delay_the_others()
    {
        var last = _timer.DelayAsync(TimeSpan.FromMinutes(31), default);
        for (var i = 0; i < 1000; i++)
        {
            using var stop = new CancellationTokenSource();
            var wait = _timer.DelayAsync(TimeSpan.FromMinutes(30), stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        }

        _time.Advance(TimeSpan.FromMinutes(31));

        await last.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.Equal(0, _time.LiveTimers);
    }

    /// <summary>The one timer of a feed is set only while something waits, so an idle process is never woken.</summary>
    [Fact]
    public async Task The_timer_is_not_set_when_nothing_waits()
    {
        var time = new SignallingTime(hearsChanges: true);
        var timer = new FeedTimer(time);
        var wait = timer.DelayAsync(TimeSpan.FromSeconds(1), default);
        Assert.Equal(TimeSpan.FromSeconds(1), await time.NextWaitAsync());

        time.Advance(TimeSpan.FromSeconds(1));
        await wait;
        time.Advance(TimeSpan.FromHours(1));
        var next = timer.DelayAsync(TimeSpan.FromSeconds(7), default);

        // No other setting came in between.
        Assert.Equal(TimeSpan.FromSeconds(7), await time.NextWaitAsync());
        time.Advance(TimeSpan.FromSeconds(7));
        await next;
    }
}
