using Nest.Sdk.Sdm.Rest;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Rest;

public class CallPaceTests
{
    private readonly SignallingTime _time = new();
    private readonly CallPace _pace;

    public CallPaceTests() => _pace = new CallPace(4, _time);

    [Fact]
    public async Task Four_calls_pass_at_once_and_the_fifth_waits_until_a_minute_after_the_first()
    {
        await PassAsync(1);
        _time.Advance(TimeSpan.FromSeconds(10));
        await PassAsync(3);

        var fifth = _pace.WaitAsync(TestContext.Current.CancellationToken);

        Assert.False(fifth.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(50), await _time.PassNextWaitAsync());
        await fifth.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_cancelled_wait_counts_no_call()
    {
        await PassAsync(4);
        using var cancel = new CancellationTokenSource();
        var cancelled = _pace.WaitAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        _time.Advance(TimeSpan.FromMinutes(1));

        await PassAsync(4);
    }

    [Fact]
    public async Task Callers_are_admitted_in_the_order_of_their_arrival()
    {
        await PassAsync(4);
        using var cancel = new CancellationTokenSource();
        var first = _pace.WaitAsync(TestContext.Current.CancellationToken);
        var gone = _pace.WaitAsync(cancel.Token);
        var second = _pace.WaitAsync(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.False(second.IsCompleted);

        _time.Advance(TimeSpan.FromMinutes(1));
        await first.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await second.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_jump_of_the_system_clock_changes_nothing()
    {
        await PassAsync(4);
        _time.JumpWallClock(TimeSpan.FromHours(-2));

        Assert.False(_pace.TryEnter());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(_pace.TryEnter());
    }

    [Fact]
    public async Task A_call_that_may_not_wait_is_refused_until_the_minute_is_over()
    {
        await PassAsync(4);

        Assert.False(_pace.TryEnter());
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(_pace.TryEnter());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_pace.TryEnter());
    }

    [Fact]
    public async Task A_rest_of_less_than_a_millisecond_is_waited_for_too()
    {
        await PassAsync(4);
        _time.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));

        var next = _pace.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(1), await _time.PassNextWaitAsync());
        await next.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    private async Task PassAsync(int calls)
    {
        for (; calls > 0; calls--)
            await _pace.WaitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }
}
