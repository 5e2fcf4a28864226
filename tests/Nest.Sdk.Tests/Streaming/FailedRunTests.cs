using Nest.Sdk.Streaming;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

public class FailedRunTests
{
    [Fact]
    public async Task A_run_that_fails_does_not_keep_the_next_from_starting()
    {
        var runs = 0;
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var demand = new StreamDemand(
            async stop =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                    throw new InvalidOperationException("nobody foresaw this");
                second.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return null;
            },
            _ => { },
            TimeSpan.Zero,
            TimeProvider.System);

        // Whether the first run still stands or has failed already makes no difference.
        demand.Acquire(() => true);
        demand.Release();
        demand.Acquire(() => true);

        await second.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        await demand.StopAsync();
    }

    [Fact]
    public async Task A_run_that_fails_while_it_is_needed_starts_again_with_the_next_who_needs_it()
    {
        var failed = new TaskCompletionSource<NestException?>();
        var runs = new SemaphoreSlim(0);
        var demand = new StreamDemand(
            _ =>
            {
                runs.Release();
                return failed.Task;
            },
            _ => { },
            TimeSpan.Zero,
            TimeProvider.System);
        demand.Acquire(() => true);
        Assert.True(await runs.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));

        // Its continuations run inside this call.
        failed.SetException(new InvalidOperationException("nobody foresaw this"));
        demand.Acquire(() => true);

        Assert.True(await runs.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));
    }
}
