using System.Reactive.Linq;
using System.Threading.Channels;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code of docs/guide/streaming.md.</summary>
public sealed class StreamingSnippets : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly NestClientFactory _factory = new();
    private FakeNestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await FakeNestServer.StartAsync(TestHomes.House);

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Subscribing()
    {
        await using var nest = Client();

        // <subscribe>
        using var subscription = nest.Updates.Subscribe(
            home => Console.WriteLine($"{home.Devices.Thermostats.Count} thermostats"),
            error => Console.WriteLine($"The stream ended: {error.Message}"),
            () => Console.WriteLine("The client was disposed."));
        // </subscribe>

        var recorder = new ObserverRecorder<DataModel>();
        using var second = nest.Updates.Subscribe(recorder);
        Assert.Equal(3, (await recorder.NextAsync()).Devices.Thermostats.Count);
        Assert.Single(_server.Streams);
    }

    [Fact]
    public async Task Exactly_what_changed()
    {
        await using var nest = Client();

        // <changes>
        using var subscription = nest.Changes.Subscribe(change =>
        {
            if (change.IsCaughtUp)
                Console.WriteLine($"Missed from {change.GapStart:T} to {change.GapEnd:T}:");
            foreach (var thermostat in change.Thermostats)
                Console.WriteLine($"{thermostat.Kind} {thermostat.Id}: {thermostat.Before?.Humidity} -> {thermostat.After?.Humidity} %");
            foreach (var difference in change.Json)
                Console.WriteLine($"{difference.Kind} {difference.Path}: {difference.OldValue} -> {difference.Value}");
        });
        // </changes>

        var recorder = new ObserverRecorder<DataModelChange>();
        using var second = nest.Changes.Subscribe(recorder);
        await recorder.NextAsync();
        await _server.SetAsync($"/structures/{_server.Home.StructureId("Home")}/away", "away");
        Assert.Contains((await recorder.NextAsync()).Json, difference => difference.Path.EndsWith("/away", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happens()
    {
        await using var nest = Client();

        // <events>
        using var subscription = nest.Events.Subscribe(what =>
        {
            if (what is { IsNew: true, IsLate: false } && what.Kind == NestEventKind.Person)
                Console.WriteLine($"Someone is at {what.DeviceId} since {what.OccurredAt:T}.");
        });
        // </events>

        var recorder = new ObserverRecorder<NestEvent>();
        using var second = nest.Events.Subscribe(recorder);
        await nest.Updates.FirstAsync();
        await _server.SetAsync($"/devices/cameras/{_server.Home.CameraId("Front Door")}/last_event/has_person", true);
        var (started, ended) = (await recorder.NextAsync(), await recorder.NextAsync());
        Assert.Equal((NestEventKind.Person, NestEventPhase.Started), (started.Kind, started.Phase));
        Assert.Equal((NestEventKind.Person, NestEventPhase.Ended), (ended.Kind, ended.Phase));
    }

    [Fact]
    public async Task Every_device_of_a_kind()
    {
        await using var nest = Client();

        // <groups>
        using var subscription = nest.Updates.SmokeCoAlarms().Subscribe(alarm => alarm
            .WhenChanged(each => each.BatteryHealth)
            .Where(health => health == BatteryHealth.Replace)
            .Subscribe(_ => Console.WriteLine($"{alarm.Key} needs a new battery.")));
        // </groups>

        var recorder = new ObserverRecorder<string>();
        using var second = nest.Updates.SmokeCoAlarms().Select(alarm => alarm.Key).Subscribe(recorder);
        for (var i = 0; i < 4; i++)
            await recorder.NextAsync();
    }

    [Fact]
    public async Task Reading_as_a_sequence()
    {
        await using var nest = Client();
        using var stop = new CancellationTokenSource(Patience);
        var cancellationToken = stop.Token;

        // <read-updates>
        await foreach (var home in nest.ReadUpdatesAsync(cancellationToken))
        {
            if (home.Structures.Values.Any(structure => structure.Away == AwayState.Away))
                break;
        }
        // </read-updates>

        Assert.Contains(nest.Latest!.Model.Structures.Values, structure => structure.Away == AwayState.Away);
    }

    [Fact]
    public async Task Watching_the_connection()
    {
        await using var nest = Client();

        // <connection>
        using var watching = nest.ConnectionChanges.Subscribe(state => Console.WriteLine(state switch
        {
            { Status: ConnectionStatus.Reconnecting, NextAttemptAt: { } at } => $"Lost ({state.Reason}); next attempt at {at:T}.",
            { Status: ConnectionStatus.Revoked } => "The token is no longer good. Ask the user to authorize again.",
            _ => state.Status.ToString(),
        }));
        // </connection>

        var states = new ObserverRecorder<ConnectionState>();
        using var proof = nest.ConnectionChanges.Subscribe(states);
        Assert.Equal(ConnectionStatus.Idle, (await states.NextAsync()).Status);
        await using var held = nest.KeepConnected();
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
        await _server.Faults.NowAsync(Fault.Reset);
        var lost = await states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        Assert.NotNull(lost.NextAttemptAt);
    }

    [Fact]
    public async Task Holding_the_connection_and_asking_for_the_latest()
    {
        await using var nest = Client();
        Assert.Null(nest.Latest);

        // <latest>
        await using var held = nest.KeepConnected();

        // Later, from anywhere, without I/O:
        var text = nest.Latest switch
        {
            null => "Nothing is known yet.",
            { IsStale: true } old => $"As of {old.ReceivedAt:T}: {old.Model.Structures.Count} structures.",
            var current => $"Now: {current.Model.Structures.Count} structures.",
        };
        // </latest>

        Assert.NotEmpty(text);
        var states = new ObserverRecorder<ConnectionState>();
        using var watching = nest.ConnectionChanges.Subscribe(states);
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
        // The state comes just before the model.
        await nest.Updates.FirstAsync();
        Assert.False(nest.Latest!.IsStale);
        await _server.Faults.NowAsync(Fault.Reset);
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        Assert.True(nest.Latest.IsStale);
    }

    [Fact]
    public async Task A_single_read_gives_a_stale_latest()
    {
        await using var nest = Client();

        await nest.GetAsync();

        Assert.True(nest.Latest!.IsStale);
        Assert.Equal(ConnectionStatus.Idle, nest.ConnectionState.Status);
    }

    [Fact]
    public async Task A_slow_consumer_takes_the_newest_only()
    {
        await using var nest = Client();
        var saved = new TaskCompletionSource<DataModel>();
        using var stop = new CancellationTokenSource();
        var cancellationToken = stop.Token;
        Task SaveAsync(DataModel home)
        {
            saved.TrySetResult(home);
            return stop.CancelAsync();
        }

        var saving = Task.Run(async () =>
        {
            // <newest-only>
            var newest = Channel.CreateBounded<DataModel>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
            using var subscription = nest.Updates.Subscribe(
                home => newest.Writer.TryWrite(home),
                error => newest.Writer.TryComplete(error),
                () => newest.Writer.TryComplete());
            await foreach (var home in newest.Reader.ReadAllAsync(cancellationToken))
                await SaveAsync(home);
            // </newest-only>
        });

        Assert.Equal(2, (await saved.Task.WaitAsync(Patience)).Structures.Count);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving.WaitAsync(Patience));
    }

    [Fact]
    public async Task An_alarm_that_is_real()
    {
        await using var nest = Client();
        var kitchenId = _server.Home.ProtectId("Kitchen");
        var alarms = new ObserverRecorder<AlarmState>();
        using var proof = nest.Updates.SmokeCoAlarm(kitchenId).Where(alarm => !alarm.IsBeingTested).WhenChanged(alarm => alarm.SmokeAlarmState).Subscribe(alarms);

        // <alarm>
        using var subscription = nest.Updates
            .SmokeCoAlarm(kitchenId)
            .Where(alarm => !alarm.IsBeingTested)
            .WhenChanged(alarm => alarm.SmokeAlarmState)
            .Where(state => state == AlarmState.Emergency)
            .Subscribe(
                _ => Console.WriteLine("Smoke in the kitchen!"),
                error => Console.WriteLine($"The kitchen is no longer watched: {error.Message}"));
        // </alarm>

        Assert.Equal(AlarmState.Ok, await alarms.NextAsync());
        await _server.SetAsync($"/devices/smoke_co_alarms/{kitchenId}/smoke_alarm_state", "emergency");
        Assert.Equal(AlarmState.Emergency, await alarms.NextAsync());
    }

    [Fact]
    public async Task Two_values_together()
    {
        await using var nest = Client();
        var structureId = _server.Home.StructureId("Home");
        var hallwayId = _server.Home.ThermostatId("Hallway");
        var seen = new ObserverRecorder<(AwayState, int?)>();

        // <together>
        var away = nest.Updates.Structure(structureId).WhenChanged(structure => structure.Away);
        var humidity = nest.Updates.Thermostat(hallwayId).WhenChanged(thermostat => thermostat.Humidity);
        var both = away.CombineLatest(humidity);
        // </together>

        using var subscription = both.Subscribe(seen);
        Assert.Equal((AwayState.Home, 40), await seen.NextAsync());
        await _server.SetAsync($"/structures/{structureId}/away", "away");
        Assert.Equal((AwayState.Away, 40), await seen.NextAsync());
        Assert.Single(_server.Streams);
    }

    [Fact]
    public async Task A_loop_of_first_values_is_one_connection()
    {
        await using var nest = Client();

        // <first-in-a-loop>
        for (var i = 0; i < 10; i++)
        {
            var home = await nest.Updates.FirstAsync();
            Console.WriteLine($"{home.Devices.Cameras.Values.Count(camera => camera.IsStreaming == true)} cameras are on.");
        }
        // </first-in-a-loop>

        Assert.Single(_server.Streams);
    }

    [Fact]
    public async Task A_revoked_token_ends_the_stream()
    {
        await using var nest = Client();
        var ended = new TaskCompletionSource<Exception>();
        using var proof = nest.Updates.Subscribe(_ => { }, ended.SetResult);

        // <revoked>
        using var subscription = nest.Updates.Subscribe(
            home => Console.WriteLine($"{home.Structures.Count} structures"),
            error =>
            {
                if (error is NestAuthorizationException { Failure: NestAuthorizationFailure.Revoked })
                    Console.WriteLine("The user revoked the permission.");
            });
        // </revoked>

        await _server.WaitForAsync(server => server.OpenStreams == 1);
        await _server.RevokeTokenAsync();
        Assert.Equal(NestAuthorizationFailure.Revoked, Assert.IsType<NestAuthorizationException>(await ended.Task.WaitAsync(Patience)).Failure);
        Assert.Equal(ConnectionStatus.Revoked, nest.ConnectionState.Status);
    }

    private INestClient Client() => _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = _server.Endpoint; wwn.AccessToken = _server.AccessToken; }));
}
