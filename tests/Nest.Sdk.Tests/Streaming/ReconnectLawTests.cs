using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>How often a server hears from a client that it treats badly, over a simulated week.</summary>
public class ReconnectLawTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task A_server_that_refuses_hears_at_most_once_a_minute()
    {
        var attempts = await AttemptsAsync(Week, connection => connection.Fail(new NestConnectionException()));

        Report(attempts);
        Assert.InRange(attempts.Count, 10_070, 10_090);
        Assert.InRange(Gaps(attempts).Max(), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60.01));
    }

    [Fact]
    public async Task A_server_that_accepts_and_closes_is_not_stormed()
    {
        var attempts = await AttemptsAsync(Week, connection =>
        {
            connection.PutHumidity(40);
            connection.End();
        });

        Report(attempts);
        Assert.InRange(attempts.Count(at => at <= TimeSpan.FromSeconds(12)), 4, 6);
        Assert.InRange(attempts[1], TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.All(Gaps(attempts.Where(at => at > TimeSpan.FromMinutes(10)).ToList()), gap => Assert.True(gap >= TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_server_that_is_down_for_a_week_is_asked_as_rarely_as_it_wants()
    {
        var attempts = await AttemptsAsync(Week, connection => connection.Fail(new NestRequestException { StatusCode = System.Net.HttpStatusCode.ServiceUnavailable, RetryAfter = TimeSpan.FromMinutes(5) }));

        Report(attempts);
        Assert.All(Gaps(attempts), gap => Assert.True(gap >= TimeSpan.FromMinutes(5)));
        Assert.InRange(attempts.Count, 2_010, 2_020);
    }

    [Fact]
    public async Task A_blocked_client_waits_at_least_five_seconds_without_being_told()
    {
        var attempts = await AttemptsAsync(TimeSpan.FromHours(1), connection => connection.Fail(new NestRateLimitException()));

        Report(attempts);
        Assert.All(Gaps(attempts), gap => Assert.True(gap >= TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_server_that_stalls_is_given_up_after_the_idle_limit_each_time()
    {
        var stall = TimeSpan.FromSeconds(75);
        var attempts = await AttemptsAsync(
            Week,
            connection => connection.Fail(new NestConnectionException { Reason = DisconnectReason.IdleTimeout }),
            stall);

        Report(attempts);
        Assert.InRange(Gaps(attempts).Max(), TimeSpan.FromSeconds(135), TimeSpan.FromSeconds(135.01));
    }

    [Fact]
    public async Task After_a_stream_that_held_the_waits_start_over()
    {
        await using var rig = new StreamRig();
        rig.Subscribe();
        for (var i = 0; i < 10; i++)
        {
            (await rig.Provider.NextAttemptAsync()).Fail(new NestConnectionException());
            await rig.Time.PassNextWaitAsync();
        }

        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        connection.End();

        Assert.True(await rig.Time.NextWaitAsync() <= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_wall_clock_that_jumps_changes_no_wait()
    {
        await using var rig = new StreamRig();
        rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).Fail(new NestConnectionException());
        var wait = await rig.Time.NextWaitAsync();

        rig.Time.AdjustTime(rig.Time.GetUtcNow().AddYears(3));
        Assert.Equal(1, rig.Provider.Attempts);
        rig.Time.AdjustTime(rig.Time.GetUtcNow().AddYears(-5));
        rig.Time.Advance(wait);

        await rig.Provider.NextAttemptAsync();
    }

    /// <summary>Plays the same connection again and again, and notes when each attempt came.</summary>
    private static async Task<List<TimeSpan>> AttemptsAsync(TimeSpan length, Action<ScriptedConnection> play, TimeSpan lasting = default)
    {
        await using var rig = new StreamRig();
        rig.Subscribe();
        var start = rig.Time.GetTimestamp();
        var attempts = new List<TimeSpan>();
        while (rig.Time.GetElapsedTime(start) < length)
        {
            var connection = await rig.Provider.NextAttemptAsync();
            attempts.Add(rig.Time.GetElapsedTime(start));
            Assert.Equal(attempts.Count, rig.Provider.Attempts);
            rig.Time.Advance(lasting);
            play(connection);
            await rig.Time.PassNextWaitAsync();
        }

        return attempts;
    }

    private static IEnumerable<TimeSpan> Gaps(List<TimeSpan> attempts) => attempts.Zip(attempts.Skip(1), (earlier, later) => later - earlier);

    private static void Report(List<TimeSpan> attempts) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{attempts.Count} attempts in {attempts[^1]}; largest gap {Gaps(attempts).Max()}, smallest {Gaps(attempts).Min()}");
}
