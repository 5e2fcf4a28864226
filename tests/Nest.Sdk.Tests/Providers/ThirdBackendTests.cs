using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Providers;

/// <summary>
/// Tests the backend interface with a third backend: state, events, two-step writes and capabilities, without an edit
/// of the library.
/// </summary>
public sealed class ThirdBackendTests : IAsyncDisposable
{
    private readonly CountingBackend _backend = new();
    private readonly NestClientFactory _factory = new();
    private readonly INestClient _client;

    public ThirdBackendTests() => _client = _factory.Create("tally", new NestClientOptions { FirstReconnectDelay = TimeSpan.FromMilliseconds(1), MaxReconnectDelay = TimeSpan.FromMilliseconds(1) }.Use(_backend));

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    [Fact]
    public async Task Its_state_is_read_and_followed_and_missed_changes_arrive()
    {
        Assert.Equal(1, TargetOf(await _client.GetAsync()));
        Assert.Equal("enterprises/x", (await _client.GetRawAsync("enterprises/x")).GetString());
        var changes = new ObserverRecorder<DataModelChange>(Patience.Limit);
        using var subscription = _client.Changes.Subscribe(changes);
        await changes.NextAsync();

        _backend.Count();
        var counted = await changes.NextAsync();
        _backend.Cut();
        await ReconnectedAsync();
        _backend.Count();
        var further = await changes.NextAsync();

        Assert.Equal((1m, 2m), (TargetOf(counted.Previous!), TargetOf(counted.Current)));
        Assert.Equal(CountingBackend.Id, Assert.Single(counted.Thermostats).Id);
        Assert.Equal(3, TargetOf(further.Current));
        Assert.Equal(("tally", "counting"), (_client.Name, _client.Backend.ToString()));
    }

    [Fact]
    public async Task Its_events_arrive_after_the_state_that_came_with_them()
    {
        var events = new ObserverRecorder<NestEvent>(Patience.Limit);
        using var subscription = _client.Events.Subscribe(events);
        await ConnectedAsync();

        for (var i = 1; i < 10; i++)
            _backend.Count();
        var rung = await events.NextAsync();

        Assert.Equal((NestEventKind.Chime, true, true), (rung.Kind, rung.IsNew, rung.IsLate));
        Assert.Equal((10m, _client.Latest!.ModelVersion), (TargetOf(_client.Latest.Model), rung.ModelVersion));
    }

    [Fact]
    public async Task A_write_in_two_steps_is_sent_in_order_and_confirmed_at_the_end()
    {
        var result = await SetAsync(7, new NestWriteOptions { Confirm = TimeSpan.FromSeconds(30), StableFor = TimeSpan.Zero });

        Assert.Equal(["unlock", "count"], _backend.Sent.Select(step => step.Path));
        Assert.Equal(NestWriteOutcome.Confirmed, result.Outcome);
        Assert.Equal([("unlock", NestWriteOutcome.Accepted), ("count", NestWriteOutcome.Confirmed)], result.Steps.Select(step => (step.Request.Path, step.Outcome)));
        Assert.Equal("target_temperature_c", Assert.Single(result.Fields).Name);
    }

    [Theory]
    [InlineData("unlock", NestWriteOutcome.Refused, NestWriteOutcome.NotSent, false)]
    [InlineData("count", NestWriteOutcome.Accepted, NestWriteOutcome.Refused, true)]
    public async Task A_write_stops_at_the_first_refused_step(string refused, NestWriteOutcome first, NestWriteOutcome second, bool hasHappened)
    {
        _backend.Fails = step => step.Path == refused ? new NestRequestException("No.") { StatusCode = System.Net.HttpStatusCode.BadRequest } : null;

        var error = await Assert.ThrowsAsync<NestRequestException>(() => SetAsync(7));

        Assert.Equal([first, second], error.Steps.Select(step => step.Outcome));
        Assert.Equal(hasHappened, error.WriteMayHaveHappened);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_with_an_unknown_outcome_ends_the_write_too(bool confirms)
    {
        _backend.Fails = step => step.Path == "unlock" ? new NestWriteOutcomeUnknownException() : null;

        var error = await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => SetAsync(7, confirms ? new NestWriteOptions { Confirm = TimeSpan.FromSeconds(30) } : null));

        Assert.Equal([NestWriteOutcome.Unknown, NestWriteOutcome.NotSent], error.Steps.Select(step => step.Outcome));
        Assert.Empty(_backend.Sent);
    }

    [Fact]
    public async Task A_later_step_may_have_been_applied_whatever_the_error_is()
    {
        _backend.Fails = step => step.Path == "count" ? new NestProtocolException("Odd.") { WriteMayHaveHappened = true } : null;

        var error = await Assert.ThrowsAsync<NestProtocolException>(() => SetAsync(7));

        Assert.Equal([NestWriteOutcome.Accepted, NestWriteOutcome.Unknown], error.Steps.Select(step => step.Outcome));
        Assert.StartsWith("Odd. This step may have been applied anyway", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, NestWriteOutcome.Confirmed)]
    [InlineData(false, null)]
    public async Task A_last_step_without_a_response_counts_when_the_stream_shows_it(bool isShown, NestWriteOutcome? expected)
    {
        _backend.Fails = step =>
        {
            if (step.Path != "count")
                return null;
            if (isShown)
                _backend.Become(7);
            return new NestWriteOutcomeUnknownException();
        };

        var write = SetAsync(7, new NestWriteOptions { Confirm = TimeSpan.FromSeconds(isShown ? 30 : 0.2), StableFor = TimeSpan.Zero });

        if (expected is { } outcome)
            Assert.Equal(outcome, (await write).Outcome);
        else
            Assert.Equal([NestWriteOutcome.Accepted, NestWriteOutcome.Unknown], (await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => write)).Steps.Select(step => step.Outcome));
    }

    [Fact]
    public async Task A_dry_run_of_a_plan_without_steps_reports_AlreadySo()
    {
        Assert.Equal(NestWriteOutcome.AlreadySo, (await SetAsync(1, new NestWriteOptions { DryRun = true })).Outcome);
    }

    [Fact]
    public async Task The_error_of_an_unsent_step_contains_the_steps_before_it()
    {
        _backend.Fails = step => step.Path == "count" ? new NestConnectionException("No network.") { NothingWasSent = true } : null;

        var error = await Assert.ThrowsAsync<NestConnectionException>(() => SetAsync(7));

        Assert.Equal([NestWriteOutcome.Accepted, NestWriteOutcome.NotSent], error.Steps.Select(step => step.Outcome));
        Assert.Equal("No network. This step was not applied; the server accepted the step before it.", error.Message);
        Assert.True(error.WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_between_two_steps_sends_no_more()
    {
        using var stop = new CancellationTokenSource();
        _backend.Fails = _ =>
        {
            stop.Cancel();
            return null;
        };

        var error = await Assert.ThrowsAsync<NestWriteOutcomeUnknownException>(() => _client.Thermostats.SetTargetTemperatureAsync(CountingBackend.Id, Temperature.FromCelsius(7), null, stop.Token));

        Assert.IsType<OperationCanceledException>(error.InnerException);
        Assert.False(error.WasAccepted);
        Assert.Equal([NestWriteOutcome.Accepted, NestWriteOutcome.NotSent], error.Steps.Select(step => step.Outcome));
        Assert.Equal("unlock", Assert.Single(_backend.Sent).Path);
    }

    [Fact]
    public async Task A_plan_without_steps_sends_nothing()
    {
        var result = await SetAsync(1);

        Assert.Equal(NestWriteOutcome.AlreadySo, result.Outcome);
        Assert.Empty(result.Steps);
        Assert.Empty(_backend.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_unsupported_capability_is_refused_before_any_call_even_with_checks_skipped(bool skips)
    {
        var options = new NestWriteOptions { SkipChecks = skips };

        var label = await Assert.ThrowsAsync<NestNotSupportedException>(() => _client.Thermostats.SetLabelAsync(CountingBackend.Id, "x", options));
        var away = await Assert.ThrowsAsync<NestNotSupportedException>(() => _client.Structures.SetAwayAsync("s", AwayState.Away, options));
        var camera = await Assert.ThrowsAsync<NestNotSupportedException>(() => _client.Cameras.SetStreamingAsync("c", true, options));

        Assert.Equal([NestCapability.Label, NestCapability.Away, NestCapability.CameraSwitch], new[] { label, away, camera }.Select(error => error.Capability));
        Assert.Equal("counting", label.Backend.ToString());
        Assert.Null(_client.Latest);
        Assert.Empty(_backend.Sent);
    }

    [Fact]
    public async Task Its_capabilities_are_known_without_a_home_and_those_of_a_device_with_a_home()
    {
        Assert.Equal((true, false), (_client.Capabilities.Supports(NestCapability.HvacMode), _client.Capabilities.Supports(NestCapability.Label)));
        Assert.Null(_client.Capabilities.Supports(CountingBackend.Id, NestCapability.HvacMode));

        await _client.GetAsync();

        Assert.Equal((true, false, null), (_client.Capabilities.Supports(CountingBackend.Id, NestCapability.HvacMode), _client.Capabilities.Supports(CountingBackend.Id, NestCapability.Label), _client.Capabilities.Supports("other", NestCapability.Label)));
    }

    private static decimal? TargetOf(DataModel home) => home.Devices.Thermostats[CountingBackend.Id].TargetTemperature?.Celsius;

    private Task<NestWriteResult> SetAsync(int celsius, NestWriteOptions? options = null) =>
        _client.Thermostats.SetTargetTemperatureAsync(CountingBackend.Id, Temperature.FromCelsius(celsius), options);

    private async Task ConnectedAsync()
    {
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        using var subscription = _client.ConnectionChanges.Subscribe(states);
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
    }

    private async Task ReconnectedAsync()
    {
        var states = new ObserverRecorder<ConnectionState>(Patience.Limit);
        using var subscription = _client.ConnectionChanges.Subscribe(states);
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
    }
}
