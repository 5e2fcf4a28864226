using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Wwn;

namespace Documentation;

/// <summary>The code of docs/guide/testing.md.</summary>
public class TestingSnippets
{
    // <whole-test>
    [Fact]
    public async Task Reports_when_the_hallway_gets_warmer()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));
        var hallway = server.Home.ThermostatId("Hallway");
        var temperatures = new ObserverRecorder<Temperature?>();
        using var subscription = nest.Updates
            .Thermostat(hallway)
            .WhenChanged(thermostat => thermostat.AmbientTemperature)
            .Subscribe(temperatures);

        Assert.Equal(19.5m, (await temperatures.NextAsync())?.Celsius);
        await server.SetAsync($"/devices/thermostats/{hallway}/ambient_temperature_c", 20.5);

        Assert.Equal(20.5m, (await temperatures.NextAsync())?.Celsius);
    }
    // </whole-test>

    [Fact]
    public void Building_a_home()
    {
        // <build>
        var home = FakeHome.Empty
            .WithStructure("Flat")
            .WithThermostat("Study", ambientC: 18.5, targetC: 21, edit: thermostat => thermostat["humidity"] = 55)
            .WithProtect("Kitchen", battery: "replace")
            .WithCamera("Door", isStreaming: false);
        // </build>

        Assert.Equal("55", home.Get($"/devices/thermostats/{home.ThermostatId("Study")}/humidity")!.ToJsonString());
        Assert.Equal(home.ToJson(), FakeHome.Load(home.ToJson()).ToJson());
    }

    [Fact]
    public async Task Changing_the_home()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));

        // <change>
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        await server.ChangeAsync(home => home.WithProtect("Garage", smoke: "emergency", structure: "Home"));

        var changed = await homes.NextAsync();
        Assert.Contains(changed.Structures.Values, structure => structure.SmokeAlarmState == AlarmState.Emergency);
        // </change>
    }

    [Fact]
    public async Task A_stream_that_breaks()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server, firstReconnectDelay: TimeSpan.FromMilliseconds(10)));

        // <cut>
        var states = new ObserverRecorder<ConnectionState>();
        using var watching = nest.ConnectionChanges.Subscribe(states);
        await using var held = nest.KeepConnected();
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);

        await server.Faults.NowAsync(Fault.Reset);

        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
        Assert.Equal(2, server.Streams.Count);
        // </cut>
    }

    [Fact]
    public async Task A_token_that_is_revoked()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));

        // <revoke>
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        await server.RevokeTokenAsync();

        var error = Assert.IsType<NestAuthorizationException>(await homes.EndAsync());
        Assert.Equal(NestAuthorizationFailure.Revoked, error.Failure);
        // </revoke>
    }

    [Fact]
    public async Task An_answer_of_your_choice()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));

        // <answer>
        var structureId = server.Home.StructureId("Home");
        server.Faults.Next(Fault.Status(429, retryAfter: TimeSpan.FromSeconds(7)), Calls.Writes);

        var blocked = await Assert.ThrowsAsync<NestRateLimitException>(() => nest.Structures.SetAwayAsync(structureId, AwayState.Away));

        Assert.Equal(TimeSpan.FromSeconds(7), blocked.RetryAfter);
        Assert.Single(server.Requests, request => request.Method == "PUT");
        // </answer>
    }

    [Fact]
    public async Task A_redirect_to_a_stranger()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));
        var structureId = server.Home.StructureId("Home");

        // <redirect>
        server.Faults.Next(Fault.Redirect(new Uri("https://elsewhere.example.com/")), Calls.Writes);

        var refused = await Assert.ThrowsAsync<NestConnectionException>(() => nest.Structures.SetAwayAsync(structureId, AwayState.Away));

        Assert.Equal(DisconnectReason.RedirectRefused, refused.Reason);
        // </redirect>
    }

    [Fact]
    public async Task A_rule_of_the_service()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));

        // <rule>
        var den = server.Home.ThermostatId("Den");

        var refused = await Assert.ThrowsAsync<NestRequestException>(() =>
            nest.Thermostats.SetTargetTemperatureAsync(den, Temperature.FromCelsius(20), new() { SkipChecks = true }));

        Assert.Equal("mode-error", (refused.ServerError as WwnServerError)?.Anchor);
        // </rule>
    }

    [Fact]
    public async Task A_call_that_is_given_up()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));

        // <hold-answers>
        using var stop = new CancellationTokenSource();
        using var held = server.Faults.While(Fault.Stall);
        var call = nest.GetAsync(stop.Token);
        await server.WaitForAsync(fake => fake.Requests.Count == 1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        // </hold-answers>
    }

    [Fact]
    public async Task An_event_that_cannot_be_read()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(Options(server));

        // <odd-events>
        var homes = new ObserverRecorder<DataModel>();
        using var subscription = nest.Updates.Subscribe(homes);
        await homes.NextAsync();

        await server.Faults.NowAsync(Fault.Event("put", """{"path":"/","data":[]}"""));
        await server.Faults.NowAsync(Fault.Raw(": a comment\n\nevent: news\ndata: 1\n\n"));
        await server.SetAsync($"/devices/thermostats/{server.Home.ThermostatId("Den")}/humidity", 30);

        var next = await homes.NextAsync();
        Assert.Contains(next.Devices.Thermostats.Values, thermostat => thermostat.Humidity == 30);
        Assert.Single(server.Streams);
        // </odd-events>
    }

    [Fact]
    public async Task Silence_without_waiting_for_it()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);

        // <fake-time>
        var time = new FakeTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddNestClient(options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = server.Endpoint;
            wwn.AccessToken = server.AccessToken;
        }));
        await using var provider = services.BuildServiceProvider();
        var nest = provider.GetRequiredService<INestClient>();
        // </fake-time>

        // <silence>
        var states = new ObserverRecorder<ConnectionState>();
        using var watching = nest.ConnectionChanges.Subscribe(states);
        await using var held = nest.KeepConnected();
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);

        using var silence = server.Faults.While(Fault.Stall, Calls.Streams);

        var lost = await states.NextWhereAsync(
            state => state.Status == ConnectionStatus.Reconnecting,
            meanwhile: () => time.Advance(TimeSpan.FromSeconds(15)));
        Assert.Equal(DisconnectReason.IdleTimeout, lost.Reason);
        // </silence>

        // <reconnect>
        silence.Dispose();

        await states.NextWhereAsync(
            state => state.Status == ConnectionStatus.Connected,
            meanwhile: () => time.Advance(nest.ConnectionState.NextAttemptAt is null ? TimeSpan.Zero : TimeSpan.FromSeconds(1)));
        // </reconnect>
    }

    [Fact]
    public async Task Keep_alives_on_a_fake_clock()
    {
        // <server-time>
        var time = new FakeTimeProvider();
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { TimeProvider = time, Redirect = false });
        // </server-time>

        Assert.Equal(0, server.OpenStreams);
    }

    private static NestClientOptions Options(FakeNestServer server, TimeSpan? firstReconnectDelay = null) => new NestClientOptions
    {
        FirstReconnectDelay = firstReconnectDelay ?? TimeSpan.FromSeconds(1),
    }.UseWwn(wwn => (wwn.Endpoint, wwn.AccessToken) = (server.Endpoint, server.AccessToken));
}
