using System.Net;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Writing;

/// <summary>One write, from the call to its outcome.</summary>
public sealed class WriteSenderTests : IAsyncDisposable
{
    private readonly WriteRig _rig = new();

    [Fact]
    public async Task An_unknown_home_is_read_first()
    {
        var write = _rig.SetAsync(21);
        var sent = await _rig.Provider.NextWriteAsync();
        sent.Accept();

        var result = await write;

        Assert.Equal(NestWriteOutcome.Accepted, result.Outcome);
        Assert.Equal(("/devices/thermostats/THERMOSTAT-ID", """{"target_temperature_c":21}"""), (sent.Path, sent.Body));
        Assert.Equal((1, 0), (_rig.Provider.Reads, _rig.Provider.Attempts));
        Assert.Null(result.ModelAge);
    }

    public static TheoryData<NestException> ReadErrors => [new NestConnectionException("The connection broke."), new NestRequestException("The server failed.") { StatusCode = HttpStatusCode.BadGateway, Failure = NestRequestFailure.ServerFailure }, new NestRateLimitException("Blocked."), new NestProtocolException("What is this?")];

    [Theory]
    [MemberData(nameof(ReadErrors))]
    public async Task A_home_that_cannot_be_read_says_that_nothing_was_sent(NestException failure)
    {
        _rig.Provider.ReadError = failure;

        var error = await Assert.ThrowsAnyAsync<NestException>(() => _rig.SetAsync(21));

        Assert.IsType(failure.GetType(), error);
        Assert.StartsWith(failure.Message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("write", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("The home to check the write against could not be read, so nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, false), (_rig.Provider.WriteCount, error.WriteMayHaveHappened));
    }

    [Fact]
    public async Task A_server_failure_can_have_applied_the_write_and_the_home_is_read_again()
    {
        _rig.Provider.Home = ThermostatHome.Json(20, "off");
        var mode = _rig.Client.Thermostats.SetHvacModeAsync(ThermostatHome.Id, HvacMode.Heat);
        (await _rig.Provider.NextWriteAsync()).Fail(ServerFailure());
        var error = await Assert.ThrowsAsync<NestRequestException>(() => mode);
        Assert.Equal((true, true), (error.WriteMayHaveHappened, error.IsTransient));
        Assert.Contains("may have been applied", error.Message, StringComparison.Ordinal);
        _rig.Provider.Home = ThermostatHome.Json(20);

        var target = _rig.SetAsync(21);
        (await _rig.Provider.NextWriteAsync()).Accept();

        Assert.Equal(NestWriteOutcome.Accepted, (await target).Outcome);
    }

    [Fact]
    public async Task A_thermostat_that_is_listed_but_hidden_lacks_a_permission()
    {
        _rig.Provider.Home = """{"structures":{"S":{"structure_id":"S","thermostats":["THERMOSTAT-ID"]}}}""";

        var error = await Assert.ThrowsAsync<NestRuleException>(() => _rig.SetAsync(21));

        Assert.Equal((NestRule.Permission, "THERMOSTAT-ID", 0), (error.Rule, error.Value, _rig.Provider.WriteCount));
    }

    [Fact]
    public async Task A_refusal_reports_that_the_write_was_not_applied()
    {
        var write = _rig.SetAsync(21);
        (await _rig.Provider.NextWriteAsync()).Fail(new NestRequestException("no"));

        Assert.False((await Assert.ThrowsAsync<NestRequestException>(() => write)).WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_failed_rule_sends_nothing_and_reports_the_allowed_values()
    {
        var error = await Assert.ThrowsAsync<NestRuleException>(() => _rig.SetAsync(33));

        Assert.Equal((NestRule.Range, "target_temperature_c", "33.0 °C", "9.0–32.0 °C"), (error.Rule, error.Field, error.Value, error.Allowed));
        Assert.EndsWith("Nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.Null(error.ModelAge);
    }

    [Fact]
    public async Task A_home_without_an_open_stream_reports_its_age()
    {
        _rig.Provider.Home = ThermostatHome.Json(20, "off");
        await _rig.Client.GetAsync();
        _rig.Time.Advance(TimeSpan.FromMinutes(7));

        var error = await Assert.ThrowsAsync<NestRuleException>(() => _rig.SetAsync(21));

        Assert.Equal(NestRule.SetpointFitsMode, error.Rule);
        Assert.Equal(TimeSpan.FromMinutes(7), error.ModelAge);
        Assert.Contains("00:07:00 ago", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _rig.Provider.Reads);
    }

    [Fact]
    public async Task After_a_write_the_home_is_read_again_without_an_open_stream()
    {
        _rig.Provider.Home = ThermostatHome.Json(20, "off");
        var mode = _rig.Client.Thermostats.SetHvacModeAsync(ThermostatHome.Id, HvacMode.Heat);
        (await _rig.Provider.NextWriteAsync()).Accept();
        await mode;
        _rig.Provider.Home = ThermostatHome.Json(20);

        var target = _rig.SetAsync(21);
        (await _rig.Provider.NextWriteAsync()).Accept();

        Assert.Equal(NestWriteOutcome.Accepted, (await target).Outcome);
    }

    [Fact]
    public async Task After_a_write_a_clock_that_is_set_back_does_not_make_the_old_home_current()
    {
        _rig.Provider.Home = ThermostatHome.Json(20, "off");
        await _rig.Client.GetAsync();
        _rig.Time.JumpWallClock(TimeSpan.FromHours(-1));
        var mode = _rig.Client.Thermostats.SetHvacModeAsync(ThermostatHome.Id, HvacMode.Heat);
        (await _rig.Provider.NextWriteAsync()).Accept();
        await mode;
        _rig.Provider.Home = ThermostatHome.Json(20);

        var target = _rig.SetAsync(21);
        (await _rig.Provider.NextWriteAsync()).Accept();

        Assert.Equal(NestWriteOutcome.Accepted, (await target).Outcome);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_home_younger()
    {
        _rig.Provider.Home = ThermostatHome.Json(20, "off");
        await _rig.Client.GetAsync();
        _rig.Time.Advance(TimeSpan.FromMinutes(7));
        _rig.Time.JumpWallClock(TimeSpan.FromHours(-1));

        Assert.Equal(TimeSpan.FromMinutes(7), (await Assert.ThrowsAsync<NestRuleException>(() => _rig.SetAsync(21))).ModelAge);
    }

    [Fact]
    public async Task After_a_write_with_an_unknown_outcome_the_home_is_read_again()
    {
        _rig.Provider.Home = ThermostatHome.Json(20, "off");
        var mode = _rig.Client.Thermostats.SetHvacModeAsync(ThermostatHome.Id, HvacMode.Heat);
        (await _rig.Provider.NextWriteAsync()).Fail(new NestWriteOutcomeUnknownException());
        await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => mode);
        _rig.Provider.Home = ThermostatHome.Json(20);

        var target = _rig.SetAsync(21);
        (await _rig.Provider.NextWriteAsync()).Accept();

        Assert.Equal(NestWriteOutcome.Accepted, (await target).Outcome);
    }

    [Fact]
    public async Task A_dry_run_sends_nothing_and_reports_request_and_checks()
    {
        var result = await _rig.SetAsync(33, new NestWriteOptions { DryRun = true });

        Assert.Equal(NestWriteOutcome.NotSent, result.Outcome);
        Assert.Equal("""{"target_temperature_c":33}""", result.Steps[0].Request.Body.ToString());
        Assert.Equal(("PUT", "/devices/thermostats/THERMOSTAT-ID"), (result.Steps[0].Request.Method, result.Steps[0].Request.Path));
        Assert.Equal(NestRule.Range, Assert.Single(result.Checks, check => check.Verdict == NestRuleVerdict.Failed).Rule);
        Assert.Contains(result.Checks, check => check is { Rule: NestRule.SetpointFitsMode, Verdict: NestRuleVerdict.Passed });
    }

    [Fact]
    public async Task Without_checks_nothing_is_read_and_the_server_decides()
    {
        var write = _rig.SetAsync(33, Writes.Unchecked);
        (await _rig.Provider.NextWriteAsync()).Fail(new NestRequestException("no"));

        await Assert.ThrowsAsync<NestRequestException>(() => write);
        Assert.Equal(0, _rig.Provider.Reads);
    }

    [Fact]
    public async Task The_stream_confirms_and_the_watch_opens_it()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sent) = await _rig.OpenAndSendAsync();
        sent.Accept();
        stream.Put(ThermostatHome.Json(21));
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        var result = await write;

        Assert.Equal(NestWriteOutcome.Confirmed, result.Outcome);
        Assert.Equal("21", Assert.Single(result.Fields).Seen.ToString());
    }

    [Fact]
    public async Task The_echo_can_come_before_the_response()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sent) = await _rig.OpenAndSendAsync();
        stream.Put(ThermostatHome.Json(21));
        sent.Accept();
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Confirmed, (await write).Outcome);
    }

    [Fact]
    public async Task A_value_of_an_old_home_does_not_count_as_a_reversal()
    {
        await _rig.Client.GetAsync();
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sent) = await _rig.OpenAndSendAsync(shown: 25);
        sent.Accept();
        stream.Put(ThermostatHome.Json(21));
        await _rig.StandsAsync();
        stream.Put(ThermostatHome.Json(25));
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Reversed, (await write.WaitAsync(Patience.Limit)).Outcome);
    }

    [Fact]
    public async Task A_value_that_goes_back_was_reversed()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sent) = await _rig.OpenAndSendAsync();
        sent.Accept();
        stream.Put(ThermostatHome.Json(21));
        await _rig.StandsAsync();
        stream.Put(ThermostatHome.Json(20));
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Reversed, (await write).Outcome);
    }

    [Fact]
    public async Task The_previous_value_on_the_stream_is_distinguished_from_an_adjusted_one()
    {
        _rig.Provider.Home = ThermostatHome.Json(21.5m);
        await _rig.Client.GetAsync();
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sent) = await _rig.OpenAndSendAsync();
        stream.Put(ThermostatHome.Json(21.5m));
        sent.Accept();
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Adjusted, (await write).Outcome);
        Assert.Equal(1, _rig.Provider.Reads);
    }

    public static TheoryData<NestException> Doubts => [new NestWriteOutcomeUnknownException(), ServerFailure()];

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task The_stream_confirms_a_write_with_a_missing_response_or_a_failure(NestException doubt)
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sent) = await _rig.OpenAndSendAsync();
        stream.Put(ThermostatHome.Json(21));
        sent.Fail(doubt);
        await _rig.StandsAsync();
        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal(NestWriteOutcome.Confirmed, (await write).Outcome);
    }

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task The_outcome_stays_unknown_when_the_stream_shows_nothing(NestException doubt)
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (_, sent) = await _rig.OpenAndSendAsync();
        sent.Fail(doubt);
        await _rig.Time.PassNextWaitAsync(static wait => wait == WriteRig.Confirmed.Confirm);

        var error = await Assert.ThrowsAnyAsync<NestException>(() => write);
        Assert.IsType(doubt.GetType(), error);
        Assert.True(error.WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_refusal_ends_the_confirmation()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        (await _rig.OpenAndSendAsync()).Sent.Fail(new NestRequestException("no"));

        await Assert.ThrowsAsync<NestRequestException>(() => write);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_confirmation_leaves_nothing_behind(bool isAccepted)
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sent) = await _rig.OpenAndSendAsync();
        stream.Put(ThermostatHome.Json(21));
        if (isAccepted)
        {
            sent.Accept();
            await _rig.StandsAsync();
            _rig.Time.Advance(WriteRig.Stable);
            await write;
        }
        else
        {
            sent.Fail(new NestRequestException("no"));
            await Assert.ThrowsAsync<NestRequestException>(() => write);
        }

        await _rig.Time.PassNextWaitAsync(static wait => wait == WriteRig.Linger);
        await stream.ClosedAsync();
        await _rig.Client.DisposeAsync();
        Assert.Equal(0, _rig.Time.LiveTimers);
    }

    [Fact]
    public async Task A_client_that_is_disposed_during_the_confirmation_reports_that_the_write_was_accepted()
    {
        var write = _rig.SetAsync(21, WriteRig.Confirmed);
        (await _rig.OpenAndSendAsync()).Sent.Accept();
        await _rig.Time.NextWaitAsync(static wait => wait == WriteRig.Confirmed.Confirm);
        await _rig.Client.DisposeAsync();

        Assert.True((await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write)).WasAccepted);
    }

    [Fact]
    public async Task Two_concurrent_writes_to_one_field_are_distinguished()
    {
        var first = _rig.SetAsync(21, WriteRig.Confirmed);
        var (stream, sentFirst) = await _rig.OpenAndSendAsync();
        var second = _rig.SetAsync(22, WriteRig.Confirmed);
        var sentSecond = await _rig.Provider.NextWriteAsync();
        sentFirst.Accept();
        sentSecond.Accept();
        foreach (var shown in (decimal[])[21, 22])
        {
            // Both confirmations see it.
            stream.Put(ThermostatHome.Json(shown));
            await _rig.StandsAsync();
            await _rig.StandsAsync();
        }

        _rig.Time.Advance(WriteRig.Stable);

        Assert.Equal((NestWriteOutcome.Confirmed, "22"), ((await first.WaitAsync(Patience.Limit)).Outcome, (await first).Fields[0].Seen.ToString()));
        Assert.Equal(NestWriteOutcome.Confirmed, (await second.WaitAsync(Patience.Limit)).Outcome);
    }

    [Fact]
    public async Task A_cancelled_confirmation_reports_that_the_write_was_accepted()
    {
        using var stop = new CancellationTokenSource();
        var write = _rig.SetAsync(21, WriteRig.Confirmed, stop.Token);
        (await _rig.OpenAndSendAsync()).Sent.Accept();
        await _rig.Time.NextWaitAsync(static wait => wait == WriteRig.Confirmed.Confirm);
        await stop.CancelAsync();

        var error = await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write);

        Assert.True(error.WasAccepted);
        Assert.IsType<OperationCanceledException>(error.InnerException, exactMatch: false);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(-1, 2)]
    [InlineData(5, -1)]
    [InlineData(5, 100_000)]
    [InlineData(100_000, 2)]
    public async Task Invalid_times_are_refused_at_once(int confirm, int stable)
    {
        var options = new NestWriteOptions { Confirm = TimeSpan.FromSeconds(confirm), StableFor = TimeSpan.FromSeconds(stable) };

        await Assert.ThrowsAsync<ArgumentException>(async () => await _rig.SetAsync(21, options));
        Assert.Equal(0, _rig.Provider.Reads);
    }

    private static NestRequestException ServerFailure() => new("The gateway timed out.") { StatusCode = HttpStatusCode.GatewayTimeout, Failure = NestRequestFailure.ServerFailure };

    public ValueTask DisposeAsync() => _rig.DisposeAsync();
}
