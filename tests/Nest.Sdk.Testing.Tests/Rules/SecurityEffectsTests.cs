using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class SecurityEffectsTests : RuleTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2023, 9, 1, 8, 0, 0, TimeSpan.Zero));

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    private string Home => Structure("Home");

    private string State => Home + "/wwn_security_state";

    private string FrontDoor => "/devices/cameras/" + Server.Home.CameraId("Front Door");

    [Fact]
    public async Task A_person_in_front_of_a_camera_while_away_raises_an_alert_for_some_minutes()
    {
        await AssertAcceptedAsync(Home, """{"away":"away"}""");
        using var keepAlives = Server.Faults.While(Fault.NoKeepAlives);
        await using var stream = await Client.OpenStreamAsync(State);
        await stream.NextPutAsync();

        await ReportPersonAsync();
        Assert.Equal("deter", (await stream.NextPutAsync())["data"]!.ToString());
        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("deter", await ReadTextAsync(State));
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("ok", (await stream.NextPutAsync())["data"]!.ToString());
    }

    [Fact]
    public async Task Another_report_raises_a_new_alert_and_a_repeated_one_does_not()
    {
        await AssertAcceptedAsync(Home, """{"away":"away"}""");
        await ReportPersonAsync();
        _time.Advance(TimeSpan.FromMinutes(4));
        await Server.SetAsync(FrontDoor + "/last_event/start_time", "2023-09-01T08:04:00.000Z");

        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("deter", await ReadTextAsync(State));
        await Server.SetAsync(FrontDoor + "/name", "Gate");
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("ok", await ReadTextAsync(State));
    }

    [Fact]
    public async Task A_person_while_home_raises_no_alert()
    {
        await ReportPersonAsync();
        await AssertAcceptedAsync(Home, """{"away":"away"}""");

        Assert.Equal("ok", await ReadTextAsync(State));
    }

    [Theory]
    [InlineData("is_online")]
    [InlineData("is_streaming")]
    public async Task A_camera_that_is_off_reports_no_person(string field)
    {
        await AssertAcceptedAsync(Home, """{"away":"away"}""");
        await Server.SetAsync($"{FrontDoor}/{field}", false);

        await ReportPersonAsync();

        Assert.Equal("ok", await ReadTextAsync(State));
    }

    [Fact]
    public async Task Coming_home_ends_the_alert_immediately_and_its_old_timer_does_not_end_the_next_one()
    {
        await AssertAcceptedAsync(Home, """{"away":"away"}""");
        await ReportPersonAsync();
        await AssertAcceptedAsync(Home, """{"away":"home"}""");
        Assert.Equal("ok", await ReadTextAsync(State));

        _time.Advance(TimeSpan.FromMinutes(3));
        await AssertAcceptedAsync(Home, """{"away":"away"}""");
        await Server.SetAsync(FrontDoor + "/last_event/start_time", "2023-09-01T08:03:00.000Z");
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("deter", await ReadTextAsync(State));
        await Server.SetAsync(Home + "/away", "home");

        Assert.Equal("ok", await ReadTextAsync(State));
    }

    [Fact]
    public async Task Other_structures_are_not_affected()
    {
        await AssertAcceptedAsync(Home, """{"away":"away"}""");
        await AssertAcceptedAsync(Structure("Cabin"), """{"away":"away"}""");

        await ReportPersonAsync();

        Assert.Equal("ok", await ReadTextAsync(Structure("Cabin") + "/wwn_security_state"));
    }

    private Task ReportPersonAsync() => Server.SetAsync(FrontDoor + "/last_event/has_person", true);
}
