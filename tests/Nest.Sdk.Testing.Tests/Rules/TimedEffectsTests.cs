using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class TimedEffectsTests : RuleTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2023, 9, 1, 8, 0, 0, TimeSpan.Zero));

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    [Fact]
    public async Task A_fan_stops_when_its_time_is_over_and_every_stream_shows_it()
    {
        await AssertAcceptedAsync(Hallway, """{"fan_timer_active":true,"fan_timer_duration":30}""");
        using var keepAlives = Server.Faults.While(Fault.NoKeepAlives);
        await using var whole = await Client.OpenStreamAsync();
        await using var field = await Client.OpenStreamAsync(Hallway + "/fan_timer_active");
        await whole.NextPutAsync();
        await field.NextPutAsync();

        _time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("true", await ReadTextAsync(Hallway + "/fan_timer_active"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("false", (await field.NextPutAsync())["data"]!.ToJsonString());
        var thermostat = (await whole.NextPutAsync())["data"]!["devices"]!["thermostats"]![Server.Home.ThermostatId("Hallway")]!;
        Assert.Equal(("false", "1970-01-01T00:00:00.000Z"), (thermostat["fan_timer_active"]!.ToJsonString(), thermostat["fan_timer_timeout"]!.ToString()));
    }

    [Fact]
    public async Task A_fan_that_was_stopped_and_restarted_runs_for_its_new_time()
    {
        await AssertAcceptedAsync(Hallway + "/fan_timer_active", "true");
        _time.Advance(TimeSpan.FromMinutes(10));
        await AssertAcceptedAsync(Hallway + "/fan_timer_active", "false");
        await AssertAcceptedAsync(Hallway + "/fan_timer_active", "true");

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("true", await ReadTextAsync(Hallway + "/fan_timer_active"));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("false", await ReadTextAsync(Hallway + "/fan_timer_active"));
    }

    [Fact]
    public async Task Fans_of_several_thermostats_stop_at_their_own_times_even_in_one_jump_of_the_clock()
    {
        await AssertAcceptedAsync(Hallway + "/fan_timer_active", "true");
        await AssertAcceptedAsync(Den, """{"fan_timer_active":true,"fan_timer_duration":960}""");

        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(("false", "true"), (await ReadTextAsync(Hallway + "/fan_timer_active"), await ReadTextAsync(Den + "/fan_timer_active")));
        await AssertAcceptedAsync(Hallway + "/fan_timer_active", "true");
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(("false", "false"), (await ReadTextAsync(Hallway + "/fan_timer_active"), await ReadTextAsync(Den + "/fan_timer_active")));
    }

    [Fact]
    public async Task A_fan_that_runs_in_the_initial_home_stops_too_and_a_past_time_is_unchanged()
    {
        var home = TestHomes.House
            .Set(Hallway + "/fan_timer_active", true).Set(Hallway + "/fan_timer_timeout", "2023-09-01T08:05:00.000Z")
            .Set(Den + "/fan_timer_active", true).Set(Den + "/fan_timer_timeout", "2017-01-01T00:00:00.000Z");
        await using var server = await FakeNestServer.StartAsync(home, Options, Cancellation);

        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("false", server.Home.Get(Hallway + "/fan_timer_active")!.ToJsonString());
        Assert.Equal("true", server.Home.Get(Den + "/fan_timer_active")!.ToJsonString());
    }

    [Fact]
    public async Task A_peak_period_leaves_the_document_when_it_is_over()
    {
        var structure = Structure("Home");
        await Server.ChangeAsync(home => home
            .Set(structure + "/peak_period_start_time", "2023-09-01T09:00:00.000Z")
            .Set(structure + "/peak_period_end_time", "2023-09-01T11:00:00.000Z"));

        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("2023-09-01T09:00:00.000Z", await ReadTextAsync(structure + "/peak_period_start_time"));
        _time.Advance(TimeSpan.FromHours(1));

        Assert.DoesNotContain("peak_period", (await ReadAsync(structure))!.ToJsonString(), StringComparison.Ordinal);
    }
}
