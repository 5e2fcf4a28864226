using System.Net;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Scenarios.Labs;

namespace Nest.Sdk.Tests.Scenarios;

/// <content>Outages, refusals and garbage.</content>
public abstract partial class BothBackendsTests
{
    private static readonly Dictionary<string, (Fault Fault, DisconnectReason Reason)> Outages = new(StringComparer.Ordinal)
    {
        ["reset"] = (Fault.Reset, DisconnectReason.NetworkError),
        ["closed"] = (Fault.Close, DisconnectReason.NetworkError),
        ["server error"] = (Fault.Status(503), DisconnectReason.ServerError),
        ["front end"] = (Fault.FrontEndPage(502), DisconnectReason.ServerError),
        ["login page"] = (Fault.Html(), DisconnectReason.ProtocolError),
        ["half a document"] = (Fault.Status(200, """{"devices":["""), DisconnectReason.ProtocolError),
        ["not found"] = (Fault.Status(404), DisconnectReason.ServerError),
        ["rate limit"] = (Fault.Status(429, retryAfter: TimeSpan.FromSeconds(7)), DisconnectReason.RateLimited),
    };

    [Theory]
    [InlineData("reset")]
    [InlineData("closed")]
    [InlineData("server error")]
    [InlineData("front end")]
    [InlineData("login page")]
    [InlineData("half a document")]
    [InlineData("not found")]
    public async Task After_an_outage_everything_that_changed_is_one_caught_up_change(string kind)
    {
        await using var lab = await StartAsync();
        var (changes, home) = await lab.FollowAsync();
        var (fault, reason) = Outages[kind];

        using (await lab.BreakAsync(fault))
        {
            // The first failure may be that of the open connection. One that follows is that of an attempt.
            var states = HomeLab.Record(lab.Client.ConnectionChanges);
            var lost = await lab.UntilAsync(states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting && state.Reason == reason));
            Assert.NotNull(lost.Error);
            Assert.Same(home, lab.Client.Latest!.Model);
            Assert.True(lab.Client.Latest.IsStale);
            Assert.False(changes.TryTake(out _));
            foreach (var humidity in (int[])[60, 61, 62])
                await lab.SetAsync(lab.PathOf(Hallway, "humidity"), humidity);
            await lab.SetAsync(lab.PathOf("Den", "humidity"), 63);
        }

        var change = await lab.UntilAsync(changes.NextAsync());
        Assert.True(change.IsCaughtUp);
        Assert.Same(home, change.Previous);
        Assert.Equal(
            new[] { lab.PathOf(Hallway, "humidity"), lab.PathOf("Den", "humidity") }.Order(StringComparer.Ordinal),
            change.Json.Select(operation => operation.Path).Order(StringComparer.Ordinal));
        Assert.Equal(62, change.Current.Devices.Thermostats[lab.Home.ThermostatId(Hallway)].Humidity);
        Assert.Equal(ConnectionStatus.Connected, lab.Client.ConnectionState.Status);
        Assert.False(lab.Client.Latest.IsStale);

        // Nothing is doubled, and the next change is an ordinary one.
        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), 64);
        var next = await lab.UntilAsync(changes.NextAsync());
        Assert.False(next.IsCaughtUp);
        Assert.Equal($"replace {lab.PathOf(Hallway, "humidity")}", Assert.Single(next.Json).ToString());
    }

    [Fact]
    public async Task An_outage_in_which_nothing_changed_publishes_nothing()
    {
        await using var lab = await StartAsync();
        var (changes, home) = await lab.FollowAsync();

        using (await lab.BreakAsync(Fault.Reset))
            await lab.UntilStateAsync(ConnectionStatus.Reconnecting);
        await lab.UntilStateAsync(ConnectionStatus.Connected);
        await lab.SetAsync(lab.PathOf(Hallway, "humidity"), 65);

        var change = await lab.UntilAsync(changes.NextAsync());
        Assert.Same(home, change.Previous);
        Assert.False(change.IsCaughtUp);
    }

    [Fact]
    public async Task A_storm_of_server_errors_is_answered_with_growing_delays()
    {
        await using var lab = await StartAsync();
        using var storm = await lab.BreakAsync(Fault.Status(503));
        var states = HomeLab.Record(lab.Client.ConnectionChanges);
        HomeLab.Record(lab.Client.Updates);

        for (var attempt = 1; attempt <= 9; attempt++)
        {
            var state = await lab.UntilAsync(states.NextWhereAsync(state => state.NextAttemptAt is not null));
            var longest = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt - 1), 60));
            Assert.Equal((attempt, DisconnectReason.ServerError), (state.Attempt, state.Reason));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.IsType<NestRequestException>(state.Error).StatusCode);
            Assert.InRange(state.NextAttemptAt!.Value - state.Since, longest / 2, longest);
        }
    }

    [Fact]
    public async Task A_subscriber_during_an_outage_waits_for_the_home()
    {
        await using var lab = await StartAsync();
        await lab.FollowAsync();

        var outage = await lab.BreakAsync(Fault.Reset);
        await lab.UntilStateAsync(ConnectionStatus.Reconnecting);
        var late = HomeLab.Record(lab.Client.Changes);
        Assert.False(late.TryTake(out _));
        outage.Dispose();

        var first = await lab.UntilAsync(late.NextAsync());
        Assert.Null(first.Previous);
        Assert.Equal(lab.Client.Latest!.Model, first.Current);
    }

    [Theory]
    [InlineData("not found")]
    [InlineData("rate limit")]
    [InlineData("server error")]
    [InlineData("login page")]
    public async Task A_read_that_fails_has_a_typed_error_and_the_next_one_works(string kind)
    {
        await using var lab = await StartAsync();

        using (await lab.BreakAsync(Outages[kind].Fault))
        {
            var error = await Assert.ThrowsAnyAsync<NestException>(() => lab.UntilAsync(lab.Client.GetAsync()));
            Assert.Equal(
                kind switch { "not found" or "server error" => typeof(NestRequestException), "rate limit" => typeof(NestRateLimitException), _ => typeof(NestProtocolException) },
                error.GetType());
        }

        Assert.Equal(3, (await lab.UntilAsync(lab.Client.GetAsync())).Devices.Thermostats.Count);
    }
}
