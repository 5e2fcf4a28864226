using System.Reactive.Linq;
using System.Text.Json.Nodes;
using Nest.Sdk.Model;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Testing.Tests.InMemory;

/// <summary>
/// The behavior of a client with and without HTTP. One can replace the other in a test only if they behave the same.
/// </summary>
public abstract class ClientContract
{
    private static readonly NestWriteOptions Unchecked = new() { SkipChecks = true };

    private static string Hallway => "/devices/thermostats/" + TestHomes.House.ThermostatId("Hallway");

    private static string HallwayId => TestHomes.House.ThermostatId("Hallway");

    private static string DenId => TestHomes.House.ThermostatId("Den");

    [Fact]
    public async Task A_subscriber_gets_the_current_home_and_then_each_change_once()
    {
        await using var it = await StartAsync();
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = it.Nest.Updates.Subscribe(homes);
        Assert.Equal(19.5m, (await homes.NextAsync()).Devices.Thermostats[HallwayId].AmbientTemperature?.Celsius);

        await it.SetAsync(Hallway + "/humidity", 41);
        await it.SetAsync(Hallway + "/humidity", 41);
        await it.SetAsync(Hallway + "/humidity", 42);

        Assert.Equal(41, (await homes.NextAsync()).Devices.Thermostats[HallwayId].Humidity);
        Assert.Equal(42, (await homes.NextAsync()).Devices.Thermostats[HallwayId].Humidity);
        Assert.Equal(3, homes.Count);
        Assert.Equal(42, it.Nest.Latest?.Model.Devices.Thermostats[HallwayId].Humidity);
    }

    [Fact]
    public async Task Changes_contain_the_exact_differences()
    {
        await using var it = await StartAsync();
        var changes = new ObserverRecorder<DataModelChange>();
        using var subscription = it.Nest.Changes.Subscribe(changes);
        Assert.Null((await changes.NextAsync()).Previous);

        await it.SetAsync(Hallway + "/humidity", 41);

        var change = await changes.NextAsync();
        Assert.Equal([Hallway + "/humidity"], change.Json.Select(each => each.Path));
        Assert.NotEqual(41, change.Previous!.Devices.Thermostats[HallwayId].Humidity);
    }

    [Fact]
    public async Task Changes_list_the_devices_and_can_be_read_as_a_sequence()
    {
        await using var it = await StartAsync();
        await using var changes = it.Nest.ReadChangesAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await changes.MoveNextAsync());

        await it.SetAsync(Hallway + "/humidity", 41);

        Assert.True(await changes.MoveNextAsync());
        var change = Assert.Single(changes.Current.Thermostats);
        Assert.Equal((HallwayId, RecordChangeKind.Changed, 41), (change.Id, change.Kind, change.After?.Humidity));
        Assert.Empty(changes.Current.Cameras);
        Assert.Equal(it.Nest.Latest?.ModelVersion, changes.Current.ModelVersion);
    }

    [Fact]
    public async Task Events_report_what_happened_and_the_latest_model_shows_it()
    {
        await using var it = await StartAsync();
        var (cameraId, protectId) = (TestHomes.House.CameraId("Front Door"), TestHomes.House.ProtectId("Kitchen"));
        var events = new ObserverRecorder<NestEvent>();
        using var subscription = it.Nest.Events.Subscribe(events);
        await it.Nest.Updates.FirstAsync();

        await it.SetAsync($"/devices/smoke_co_alarms/{protectId}/smoke_alarm_state", "emergency");
        await it.SetAsync($"/devices/cameras/{cameraId}/last_event/start_time", "2023-09-01T12:00:00.000Z");
        await it.SetAsync($"/devices/cameras/{cameraId}/last_event/end_time", "2023-09-01T12:00:09.000Z");

        var smoke = await events.NextAsync();
        Assert.Equal((protectId, NestEventKind.Smoke, NestEventPhase.Started, true, false), (smoke.DeviceId, smoke.Kind, smoke.Phase, smoke.IsNew, smoke.IsLate));
        Assert.Equal(smoke.ReceivedAt, smoke.OccurredAt);
        var (started, ended) = (await events.NextAsync(), await events.NextAsync());
        Assert.Equal((cameraId, NestEventKind.Motion, NestEventPhase.Started), (started.DeviceId, started.Kind, started.Phase));
        Assert.Equal(new DateTimeOffset(2023, 9, 1, 12, 0, 9, TimeSpan.Zero), ended.OccurredAt);
        Assert.Equal(3, events.Count);
        Assert.Equal(ended.ModelVersion, it.Nest.Latest?.ModelVersion);
        Assert.True(smoke.ModelVersion < started.ModelVersion && started.ModelVersion < ended.ModelVersion);
    }

    [Fact]
    public async Task Events_can_be_read_as_a_sequence_that_ends_with_the_client()
    {
        var it = await StartAsync();
        var protectId = TestHomes.House.ProtectId("Kitchen");
        await using var events = it.Nest.ReadEventsAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = events.MoveNextAsync();
        await it.Nest.Updates.FirstAsync();

        await it.SetAsync($"/devices/smoke_co_alarms/{protectId}/co_alarm_state", "warning");

        Assert.True(await first);
        Assert.Equal(NestEventKind.Co, events.Current.Kind);
        var next = events.MoveNextAsync();
        await it.DisposeAsync();
        Assert.False(await next);
    }

    [Fact]
    public async Task A_write_reaches_the_home_and_comes_back_on_the_stream()
    {
        await using var it = await StartAsync();
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = it.Nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        var result = await it.Nest.Thermostats.SetTargetTemperatureAsync(
            HallwayId, Temperature.FromCelsius(22.5m), new() { Confirm = TimeSpan.FromSeconds(10), StableFor = TimeSpan.Zero });

        Assert.Equal(NestWriteOutcome.Confirmed, result.Outcome);
        Assert.Equal(22.5m, (await homes.NextAsync()).Devices.Thermostats[HallwayId].TargetTemperature?.Celsius);
        Assert.Equal("73", $"{it.Home.Get(Hallway + "/target_temperature_f")}");
    }

    [Fact]
    public async Task The_client_checks_its_rules_before_the_house_checks_its_own()
    {
        await using var it = await StartAsync();
        var warm = Temperature.FromCelsius(20);

        var before = await Assert.ThrowsAsync<NestRuleException>(() => it.Nest.Thermostats.SetTargetTemperatureAsync(DenId, warm));
        var after = await Assert.ThrowsAsync<NestRequestException>(() => it.Nest.Thermostats.SetTargetTemperatureAsync(DenId, warm, Unchecked));
        var dry = await it.Nest.Structures.SetAwayAsync(it.Home.StructureId("Home"), AwayState.Away, new() { DryRun = true });

        Assert.Equal(NestRule.SetpointFitsMode, before.Rule);
        Assert.Equal("mode-error", ErrorOf(after).Anchor);
        Assert.NotNull(ErrorOf(after).InstanceId);
        Assert.Equal(NestWriteOutcome.NotSent, dry.Outcome);
        Assert.Equal(TestHomes.House.ToJson(), it.Home.ToJson());
    }

    [Fact]
    public async Task Going_away_sets_the_thermostats_to_eco()
    {
        await using var it = await StartAsync();

        await it.Nest.Structures.SetAwayAsync(it.Home.StructureId("Home"), AwayState.Away);

        Assert.Equal(HvacMode.Eco, (await it.Nest.GetAsync()).Devices.Thermostats[HallwayId].HvacMode);
    }

    [Fact]
    public async Task An_outage_is_visible_and_missed_changes_arrive_as_one_change()
    {
        await using var it = await StartAsync();
        var changes = new ObserverRecorder<DataModelChange>();
        var states = new ObserverRecorder<ConnectionState>();
        using var watching = it.Nest.ConnectionChanges.Subscribe(states);
        using var subscription = it.Nest.Changes.Subscribe(changes);
        await changes.NextAsync();

        it.GoOffline();
        var lost = await states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        await it.SetAsync(Hallway + "/humidity", 41);
        await it.SetAsync(Hallway + "/humidity", 42);
        Assert.True(it.Nest.Latest!.IsStale);
        it.GoOnline();

        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
        var missed = await changes.NextAsync();
        Assert.Equal(DisconnectReason.NetworkError, lost.Reason);
        Assert.True(missed.IsCaughtUp);
        Assert.Equal([Hallway + "/humidity"], missed.Json.Select(each => each.Path));
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public async Task A_revocation_ends_the_stream_and_every_call()
    {
        await using var it = await StartAsync();
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = it.Nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        await it.RevokeAsync();

        Assert.Equal(NestAuthorizationFailure.Revoked, Assert.IsType<NestAuthorizationException>(await homes.EndAsync()).Failure);
        Assert.Equal(ConnectionStatus.Revoked, it.Nest.ConnectionState.Status);
        await Assert.ThrowsAsync<NestAuthorizationException>(() => it.Nest.GetAsync());
        await Assert.ThrowsAsync<NestAuthorizationException>(() => it.Nest.Thermostats.SetHvacModeAsync(HallwayId, HvacMode.Off, Unchecked));
        var again = new ObserverRecorder<DataModel>();
        using var second = it.Nest.Updates.Subscribe(again);
        Assert.IsType<NestAuthorizationException>(await again.EndAsync());
    }

    [Fact]
    public async Task A_token_with_fewer_permissions_reads_and_writes_less()
    {
        await using var it = await StartAsync(FakePermissions.ThermostatRead);

        var home = await it.Nest.GetAsync();
        var refused = await Assert.ThrowsAsync<NestRequestException>(() => it.Nest.Thermostats.SetHvacModeAsync(HallwayId, HvacMode.Cool, Unchecked));

        Assert.Empty(home.Devices.Cameras);
        Assert.Equal("no-write-permission", ErrorOf(refused).Anchor);
    }

    [Fact]
    public async Task Raw_reads_of_any_path_succeed_and_fail_alike()
    {
        await using var it = await StartAsync();

        Assert.Equal("Hallway", (await it.Nest.GetRawAsync(Hallway + "/where_name")).GetString());
        Assert.StartsWith("c.FAKE", (await it.Nest.GetRawAsync("metadata/access_token")).GetString(), StringComparison.Ordinal);
        Assert.Equal(NestRequestFailure.NotFound, (await Assert.ThrowsAsync<NestRequestException>(() => it.Nest.GetRawAsync("/devices/none"))).Failure);
        await Assert.ThrowsAsync<ArgumentException>(() => it.Nest.GetRawAsync("/devices/../metadata"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => it.Nest.GetRawAsync("/", new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Rate_limits_block_excess_calls()
    {
        await using var it = await StartAsync(limits: new FakeRateLimits { WritesPerHour = 1, SendRetryAfter = true });
        await it.Nest.Thermostats.SetHvacModeAsync(HallwayId, HvacMode.Off);

        var blocked = await Assert.ThrowsAsync<NestRateLimitException>(() => it.Nest.Thermostats.SetHvacModeAsync(HallwayId, HvacMode.Heat));

        Assert.InRange(blocked.RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_malformed_change_is_refused_and_the_home_continues()
    {
        await using var it = await StartAsync();
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = it.Nest.Updates.Subscribe(homes);
        await homes.NextAsync();
        JsonNode tooDeep = 1;
        for (var level = 0; level < 80; level++)
            tooDeep = new JsonArray(tooDeep);

        Assert.Equal("change", (await Assert.ThrowsAsync<ArgumentException>(() => it.SetAsync("/company", tooDeep))).ParamName);
        Assert.Equal("change", (await Assert.ThrowsAsync<ArgumentException>(() => it.SetAsync(Hallway + "/humidity", double.NaN))).ParamName);
        await it.SetAsync(Hallway + "/humidity", 41);

        Assert.Equal(41, (await homes.NextAsync()).Devices.Thermostats[HallwayId].Humidity);
    }

    [Fact]
    public async Task Disposal_completes_observers_and_refuses_calls()
    {
        var it = await StartAsync();
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = it.Nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        await it.DisposeAsync();
        await it.DisposeAsync();

        Assert.Null(await homes.EndAsync());
        Assert.Equal(ConnectionStatus.Stopped, it.Nest.ConnectionState.Status);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => it.Nest.GetAsync());
    }

    private static WwnServerError ErrorOf(NestException error) => Assert.IsType<WwnServerError>(error.ServerError);

    protected abstract Task<IClientOverHome> StartAsync(FakePermissions permissions = FakePermissions.All, FakeRateLimits? limits = null);
}

public sealed class ClientContractOverHttp : ClientContract
{
    protected override async Task<IClientOverHome> StartAsync(FakePermissions permissions = FakePermissions.All, FakeRateLimits? limits = null)
    {
        var server = await FakeNestServer.StartAsync(TestHomes.House, new() { Permissions = permissions, RateLimits = limits });
        var factory = new NestClientFactory();
        var options = new NestClientOptions { FirstReconnectDelay = TimeSpan.FromMilliseconds(1), MaxReconnectDelay = TimeSpan.FromMilliseconds(100) }.UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; });
        return new ClientOverHttp(server, factory, factory.Create(options));
    }
}

public sealed class ClientContractInMemory : ClientContract
{
    protected override Task<IClientOverHome> StartAsync(FakePermissions permissions = FakePermissions.All, FakeRateLimits? limits = null) =>
        Task.FromResult<IClientOverHome>(new ClientOverMemory(new InMemoryNestClient(TestHomes.House, new() { Permissions = permissions, RateLimits = limits })));
}
