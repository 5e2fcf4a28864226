using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests;

public sealed class ObserverRecorderTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Values_are_consumed_in_order_and_remain_readable()
    {
        var recorder = new ObserverRecorder<int>();
        recorder.OnNext(1);
        recorder.OnNext(2);
        recorder.OnNext(3);

        Assert.Equal(1, await recorder.NextAsync());
        Assert.Equal(3, await recorder.NextWhereAsync(value => value > 2));
        Assert.False(recorder.TryTake(out _));
        Assert.Equal([1, 2, 3], recorder.Values);
    }

    [Fact]
    public async Task A_value_that_arrives_later_ends_the_wait()
    {
        var recorder = new ObserverRecorder<string>();
        var next = recorder.NextAsync();

        recorder.OnNext("a");

        Assert.Equal("a", await next);
    }

    [Fact]
    public async Task A_failure_reports_what_was_awaited_and_what_arrived()
    {
        var recorder = new ObserverRecorder<string>(Short);
        recorder.OnNext("warm");
        recorder.OnNext(new string('x', 5_000));

        var none = await Assert.ThrowsAsync<TimeoutException>(() => recorder.NextWhereAsync(value => value == "cold"));
        var end = await Assert.ThrowsAsync<TimeoutException>(() => recorder.EndAsync());

        Assert.Contains("Waited 0.001 s for a value that fits 'value => value == \"cold\"' of String. 2 values were taken before.", none.Message, StringComparison.Ordinal);
        Assert.Contains("\n  1. warm\n  2. xxx", none.Message, StringComparison.Ordinal);
        Assert.InRange(none.Message.Length, 300, 1_000);
        Assert.Contains("for the end of String", end.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_is_known_for_every_later_query()
    {
        var recorder = new ObserverRecorder<int>();
        var error = new InvalidOperationException("gone");
        recorder.OnNext(1);
        recorder.OnError(error);

        Assert.Equal(1, await recorder.NextAsync());
        Assert.False(recorder.TryTake(out _));
        Assert.Same(error, (await Assert.ThrowsAsync<InvalidOperationException>(() => recorder.NextAsync())).InnerException);
        Assert.Same(error, (await Assert.ThrowsAsync<InvalidOperationException>(() => recorder.NextAsync())).InnerException);
        Assert.Same(error, await recorder.EndAsync());
        Assert.Same(error, await recorder.EndAsync());
    }

    [Fact]
    public async Task The_clock_can_be_advanced_during_a_wait()
    {
        var time = new FakeTimeProvider();
        var recorder = new ObserverRecorder<int>();
        await using var timer = time.CreateTimer(_ => recorder.OnNext(7), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        Assert.Equal(7, await recorder.NextAsync(meanwhile: () => time.Advance(TimeSpan.FromSeconds(10))));

        Assert.Equal(TimeSpan.FromMinutes(1), time.GetUtcNow() - time.Start);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        var recorder = new ObserverRecorder<int>();
        using var stop = new CancellationTokenSource();
        var next = recorder.NextAsync(cancellationToken: stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        recorder.OnNext(1);
        Assert.Equal(1, await recorder.NextAsync());
    }

    [Fact]
    public async Task A_failure_shows_no_token_of_a_received_document()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: TestContext.Current.CancellationToken);
        using var client = new FakeClient(server);
        var recorder = new ObserverRecorder<string>(TimeSpan.FromMilliseconds(1));
        recorder.OnNext((await client.GetAsync("/metadata"))!.ToJsonString());
        recorder.OnNext(Uri.EscapeDataString($"https://x.example/?auth={server.AccessToken}"));

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => recorder.NextWhereAsync(_ => false));

        Assert.Contains("\"access_token\":\"***\"", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.AccessToken, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_waits_get_one_value_each()
    {
        var recorder = new ObserverRecorder<int>();
        var (first, second) = (recorder.NextAsync(), recorder.NextAsync());

        recorder.OnNext(1);
        recorder.OnNext(2);

        Assert.Equal([1, 2], (await Task.WhenAll(first, second)).Order());
    }
}
