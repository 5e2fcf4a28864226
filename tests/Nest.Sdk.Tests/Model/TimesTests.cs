using System.Text.Json;
using Nest.Sdk.Model;
using static Nest.Sdk.Tests.Model.Document;

namespace Nest.Sdk.Tests.Model;

public sealed class TimesTests
{
    [Theory]
    [InlineData("2017-02-02T20:53:05.338Z", "2017-02-02T20:53:05.338Z")]
    [InlineData("2017-02-02T20:53:05Z", "2017-02-02T20:53:05.000Z")]
    [InlineData("2016-08-04T13:21:37-07:00", "2016-08-04T20:21:37.000Z")]
    [InlineData("2016-08-04T13:21:37.5+05:30", "2016-08-04T07:51:37.500Z")]
    [InlineData("2016-08-04T13:21:37-0700", "2016-08-04T20:21:37.000Z")]
    [InlineData("2016-08-04T13:21:37.5+0530", "2016-08-04T07:51:37.500Z")]
    [InlineData("2016-08-04T13:21:37", "2016-08-04T13:21:37.000Z")]
    [InlineData("2016-08-04T13:21:37.25", "2016-08-04T13:21:37.250Z")]
    [InlineData("2017-02-02T20:53:05.3381234Z", "2017-02-02T20:53:05.3381234Z")]
    [InlineData("2017-02-02T20:53:05.3381230Z", "2017-02-02T20:53:05.3381230Z")]
    [InlineData("2017-02-02T20\\u003a53:05Z", "2017-02-02T20:53:05.000Z")]
    public void Times_are_utc_and_written_with_a_z(string text, string written)
    {
        var (thermostat, issues) = Thermostat($"\"last_connection\":\"{text}\"");

        Assert.Empty(issues);
        Assert.Equal(TimeSpan.Zero, thermostat.LastConnection!.Value.Offset);
        Assert.Equal($$"""{"last_connection":"{{written}}"}""", JsonSerializer.Serialize(thermostat, NestJsonContext.Default.Thermostat));
    }

    [Fact]
    public void A_time_with_every_character_escaped_is_valid()
    {
        var escaped = string.Concat("2017-02-02T20:53:05.3381234+07:00".Select(static letter => $"\\u{(int)letter:x4}"));

        var (thermostat, issues) = Thermostat($"\"last_connection\":\"{escaped}\"");

        Assert.Empty(issues);
        Assert.Equal(Utc(2017, 2, 2, 13, 53, 5).AddTicks(3_381_234), thermostat.LastConnection);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00.000Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1970-01-01T02:00:00+02:00")]
    public void Reads_the_epoch_as_absent(string text)
    {
        var (thermostat, issues) = Thermostat($"\"fan_timer_timeout\":\"{text}\"");

        Assert.Null(thermostat.FanTimerTimeout);
        Assert.Empty(issues);
        Assert.Empty(thermostat.ExtensionData);
    }

    [Fact]
    public void The_epoch_that_a_caller_sets_is_absent_too()
    {
        var never = DateTimeOffset.UnixEpoch;

        Assert.Equal(new(), new Thermostat { LastConnection = never, FanTimerTimeout = never.ToOffset(TimeSpan.FromHours(3)) });
        Assert.Equal(new(), new SmokeCoAlarm { LastConnection = never, LastManualTestTime = never });
        Assert.Equal(new(), new Camera { LastIsOnlineChange = never });
        Assert.Equal(new(), new CameraEvent { StartTime = never, EndTime = never, UrlsExpireTime = never });
        Assert.Equal(new(), new Structure { PeakPeriodStartTime = never, PeakPeriodEndTime = never, EtaBegin = never });
        Assert.Equal(new(), new Eta { EstimatedArrivalWindowBegin = never, EstimatedArrivalWindowEnd = never });
        Assert.Null((new Structure { EtaBegin = Utc(2021, 1, 1, 0, 0, 0) } with { EtaBegin = never }).EtaBegin);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2017-02-02")]
    [InlineData("2016-04-01T00.00.01.000Z")]
    [InlineData("2017-13-02T20:53:05Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2017-02-02T20:53:05ZZ")]
    [InlineData("2017-02-02T20:53:05\\u0000")]
    [InlineData("2017-02-02T20:53:05Z and a text that is far too long to be a time of any kind")]
    public void An_invalid_time_is_absent_and_preserved(string text)
    {
        var (thermostat, issues) = Thermostat($"\"last_connection\":\"{text}\"");

        Assert.Null(thermostat.LastConnection);
        Assert.Equal(RawJson.Parse($"\"{text}\""), thermostat.ExtensionData["last_connection"]);
        Assert.Equal("an ISO 8601 time", Assert.Single(issues).Expected);
    }

    [Fact]
    public void A_caller_s_offset_is_written_as_utc() => Assert.Equal(
        """{"eta_begin":"2021-01-01T10:00:00.000Z"}""",
        JsonSerializer.Serialize(new Structure { EtaBegin = new(2021, 1, 1, 12, 0, 0, TimeSpan.FromHours(2)) }, NestJsonContext.Default.Structure));
}
