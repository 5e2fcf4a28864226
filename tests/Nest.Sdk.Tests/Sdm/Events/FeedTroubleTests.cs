using System.Net;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>A subscription that fails, and homes that share one.</summary>
public sealed class FeedTroubleTests : IAsyncDisposable
{
    private const string Gone = """{"error":{"code":404,"message":"Resource not found (resource=nest).","status":"NOT_FOUND"}}""";

    private readonly FeedRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task After_a_lost_pull_the_home_is_listed_before_the_next_one_and_the_difference_is_caught_up()
    {
        var client = _rig.Client();
        var changes = client.SubscribeChanges();
        await changes.NextAsync();
        List<string> calls = [];
        _rig.Google.Called = path => Add(path);
        _rig.PubSub.Called = Add;
        _rig.Google.SetDevices(FeedRig.Thermostat(45), FeedRig.Doorbell);

        _rig.PubSub.Answer(static () => throw new HttpRequestException("reset"));
        Assert.Equal(ConnectionStatus.Reconnecting, (await client.StateAsync(ConnectionStatus.Reconnecting)).Status);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        var change = await changes.NextAsync();

        Assert.Equal((45, true), (change.Current.Devices.Thermostats["D1"].Humidity, change.IsCaughtUp));
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1);
        Assert.Equal(["devices", "pull"], calls.Where(static call => call is "devices" or "pull"));

        void Add(string call)
        {
            lock (calls)
                calls.Add(call);
        }
    }

    [Fact]
    public async Task After_an_outage_a_waiting_message_changes_only_what_is_newer_than_the_list()
    {
        var client = _rig.Client();
        var changes = client.SubscribeChanges();
        await changes.NextAsync();
        var before = _rig.Now;
        _rig.PubSub.Answer(static () => throw new HttpRequestException("reset"));
        await client.StateAsync(ConnectionStatus.Reconnecting);
        _rig.Google.SetDevices(FeedRig.Thermostat(45), FeedRig.Doorbell);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await changes.NextAsync()).IsCaughtUp);

        _rig.Time.Advance(TimeSpan.FromMilliseconds(10));
        _rig.PubSub.Deliver(_rig.Humid("old", 41, time: before), _rig.Humid("new", 46));

        Assert.Equal(46, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
    }

    [Fact]
    public async Task A_message_that_is_repeated_after_an_outage_has_no_effect()
    {
        var client = _rig.Client();
        var events = client.SubscribeEvents();
        await client.SubscribeChanges().NextAsync();
        _rig.PubSub.Deliver(_rig.Ring("e1", "s1"));
        await events.NextAsync();
        _rig.PubSub.Answer(static () => throw new HttpRequestException("reset"));
        await client.StateAsync(ConnectionStatus.Reconnecting);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        await client.StateAsync(ConnectionStatus.Connected);

        _rig.PubSub.Deliver(_rig.Ring("e1", "s1"), _rig.Ring("e2", "s2"));

        Assert.Equal("s2", (await events.NextAsync()).SessionId);
    }

    [Fact]
    public async Task Two_failures_of_the_server_in_a_row_are_no_lost_connection_and_three_are()
    {
        var client = _rig.Client();
        await client.SubscribeChanges().NextAsync();

        for (var i = 1; i <= 2; i++)
        {
            _rig.PubSub.Answer(HttpStatusCode.InternalServerError);
            await FeedRig.UntilAsync(() => _rig.Logger.Collector.GetSnapshot().Count(static record => record.Id.Id == 6015) == i);
            Assert.Equal(ConnectionStatus.Connected, client.Stream.ConnectionState.Status);
            _rig.Time.Advance(TimeSpan.FromSeconds(i));
            await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1);
        }

        _rig.PubSub.Answer(HttpStatusCode.InternalServerError);
        await client.StateAsync(ConnectionStatus.Reconnecting);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData((HttpStatusCode)499)]
    public async Task A_wait_that_ends_in_an_error_after_30_seconds_is_an_empty_response(HttpStatusCode status)
    {
        var client = _rig.Client();
        await client.SubscribeChanges().NextAsync();

        for (var i = 1; i <= 4; i++)
        {
            await FeedRig.UntilAsync(() => _rig.PubSub.Pulls == i);
            _rig.Time.Advance(TimeSpan.FromSeconds(30));
            _rig.PubSub.Answer(status);
        }

        await FeedRig.UntilAsync(() => _rig.PubSub.Pulls == 5);
        Assert.Equal(ConnectionStatus.Connected, client.Stream.ConnectionState.Status);
    }

    [Fact]
    public async Task A_connection_that_is_closed_after_30_seconds_is_an_empty_response()
    {
        var client = _rig.Client();
        await client.SubscribeChanges().NextAsync();
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1);
        _rig.Time.Advance(TimeSpan.FromSeconds(30));

        _rig.PubSub.Answer(static () => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        await FeedRig.UntilAsync(() => _rig.PubSub.Pulls == 2);
        Assert.Equal(ConnectionStatus.Connected, client.Stream.ConnectionState.Status);
    }

    /// <summary>openhab-addons 12711: another client pulled every 20 ms.</summary>
    [Fact]
    public async Task Empty_responses_that_come_at_once_are_slowed_down()
    {
        await _rig.Client().SubscribeChanges().NextAsync();
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1);
        _rig.Time.ForgetWaits();
        List<double> pauses = [];

        for (var i = 2; i < 10; i++)
        {
            _rig.PubSub.Answer(HttpStatusCode.OK);
            pauses.Add((await _rig.Time.PassNextWaitAsync(static wait => wait <= TimeSpan.FromSeconds(2))).TotalSeconds);
            await FeedRig.UntilAsync(() => _rig.PubSub.Pulls == i);
        }

        Assert.Equal([0.3, 0.45, 0.675, 1.013, 1.519, 2, 2, 2], pauses.Select(static pause => Math.Round(pause, 3)));
    }

    [Fact]
    public async Task A_subscription_that_is_gone_is_reported_with_its_remedy_and_the_home_is_polled_until_it_is_back()
    {
        var client = _rig.Client();
        var changes = client.SubscribeChanges();
        await changes.NextAsync();
        _rig.Google.SetDevices(FeedRig.Thermostat(41), FeedRig.Doorbell);

        _rig.PubSub.Answer(HttpStatusCode.NotFound, Gone);

        Assert.Equal(41, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        var report = _rig.Logger.Collector.GetSnapshot().Single(static record => record.Id.Id == 6007).Message;
        Assert.Contains("does not exist", report, StringComparison.Ordinal);
        Assert.Contains("Create a subscription", report, StringComparison.Ordinal);
        Assert.Equal(ConnectionStatus.Connected, client.Stream.ConnectionState.Status);

        // The homes are listed at the interval of polling now.
        _rig.PubSub.Answer(HttpStatusCode.NotFound, Gone);
        for (var second = 0; _rig.Google.CountOf("devices") < 3; second++)
        {
            Assert.InRange(second, 0, 60);
            _rig.Time.Advance(TimeSpan.FromSeconds(1));
            await FeedRig.UntilAsync(() => _rig.Google.CountOf("devices") == 3 || second < 59);
        }

        // Every attempt that works ends the fault at once, and the home is listed.
        await PullAgainAsync();
        var lists = _rig.Google.CountOf("devices");
        _rig.PubSub.Deliver(_rig.Humid("e1", 60));
        await FeedRig.UntilAsync(() => _rig.Google.CountOf("devices") > lists);
        Assert.Null(_rig.Feed.Fault);
        Assert.Single(_rig.Logger.Collector.GetSnapshot(), static record => record.Id.Id == 6007);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":400,"message":"Subscription is detached.","status":"FAILED_PRECONDITION"}}""", "detached")]
    [InlineData(400, """{"error":{"code":400,"message":"Invalid resource name given (name=x).","status":"INVALID_ARGUMENT"}}""", "projects/my-cloud-project/subscriptions/nest")]
    [InlineData(403, """{"error":{"code":403,"message":"User not authorized to perform this action.","status":"PERMISSION_DENIED"}}""", "Pub/Sub Subscriber")]
    [InlineData(403, """{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED"}}""", "scope pubsub is missing")]
    public async Task Each_refusal_names_its_remedy(int status, string body, string remedy)
    {
        await _rig.Client().SubscribeChanges().NextAsync();

        _rig.PubSub.Answer((HttpStatusCode)status, body);

        await FeedRig.UntilAsync(() => _rig.Feed.Fault is not null);
        Assert.Contains(remedy, _rig.Feed.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_service_account_never_ends_the_home()
    {
        var refused = AccessTokenSource.FromCallback(static _ => Task.FromException<AccessToken>(new NestAuthorizationException("The key was deleted.") { Failure = NestAuthorizationFailure.ServiceAccountRefused }));
        var client = _rig.Client(pubSubTokens: refused);
        var changes = client.SubscribeChanges();

        await changes.NextAsync();

        await FeedRig.UntilAsync(() => _rig.Feed.Fault is not null);
        Assert.Equal(ConnectionStatus.Connected, client.Stream.ConnectionState.Status);
        Assert.Equal(0, _rig.PubSub.Pulls);
    }

    [Fact]
    public async Task A_failed_acknowledgement_is_repeated_once()
    {
        await _rig.Client().SubscribeChanges().NextAsync();
        var failures = 1;
        _rig.PubSub.Refused = verb => verb == "acknowledge" && failures-- > 0 ? StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable) : null;

        var ids = _rig.PubSub.Deliver(_rig.Humid("e1", 55));
        await FeedRig.UntilAsync(() => failures == 0);
        await _rig.Time.PassNextWaitAsync(static wait => wait == TimeSpan.FromSeconds(1));

        await FeedRig.UntilAsync(() => _rig.PubSub.Acknowledged.Contains(ids[0]));
    }

    /// <summary>home-assistant/core 92927: such a message was believed, and the modes were lost until a restart.</summary>
    [Fact]
    public async Task A_message_with_implausible_modes_is_checked_by_one_read()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();
        _rig.Google.Set("devices/D1", FeedRig.Thermostat(42));

        var ids = _rig.PubSub.Deliver(ScriptedPubSub.Message("e1", _rig.Now, DeviceName("D1"), ScriptedPubSub.Traits(
            $"{Trait("ThermostatMode", "\"mode\":\"OFF\",\"availableModes\":[\"OFF\"]")},{Trait("ThermostatEco", "\"mode\":\"OFF\",\"availableModes\":[\"OFF\"],\"heatCelsius\":0.0,\"coolCelsius\":0.0")}")));

        var next = (await changes.NextAsync()).Current.Devices.Thermostats["D1"];
        Assert.Equal((HvacMode.Heat, 42), (next.HvacMode, next.Humidity));
        Assert.Null(next.EcoTemperatureLow);
        await FeedRig.UntilAsync(() => _rig.PubSub.Acknowledged.Contains(ids[0]));
        Assert.Equal(1, _rig.Google.CountOf("devices/D1"));
    }

    [Fact]
    public async Task Homes_of_several_users_share_one_feed_and_each_gets_its_own_messages()
    {
        using var other = new ScriptedGoogle(_rig.Time) { UserId = "AVPHother" };
        other.Set("structures", """{"structures":[]}""");
        other.SetDevices(FeedRig.Thermostat(20, "D7"));
        var first = _rig.Client().SubscribeChanges();
        var second = _rig.Client(other).SubscribeChanges();
        await first.NextAsync();
        await second.NextAsync();

        _rig.PubSub.Deliver(
            _rig.Humid("e1", 50),
            ScriptedPubSub.Message("e2", _rig.Now, DeviceName("D7"), ScriptedPubSub.Traits(Trait("Humidity", "\"ambientHumidityPercent\":51")), user: "AVPHother"));

        Assert.Equal(50, (await first.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        Assert.Equal(51, (await second.NextAsync()).Current.Devices.Thermostats["D7"].Humidity);
        Assert.Equal(1, _rig.PubSub.PendingPulls);
        Assert.False(first.TryTake(out _));
    }

    [Fact]
    public async Task Two_clients_of_one_user_both_get_a_new_ring()
    {
        var clients = new[] { _rig.Client(), _rig.Client() };
        var events = clients.Select(static client => client.SubscribeEvents()).ToList();
        foreach (var client in clients)
            await client.SubscribeChanges().NextAsync();

        _rig.PubSub.Deliver(_rig.Ring("e1", "s1"));

        foreach (var recorder in events)
            Assert.True((await recorder.NextAsync()).IsNew);
    }

    [Fact]
    public async Task The_feed_goes_on_with_another_identity_when_the_pulling_client_leaves()
    {
        var first = _rig.Client();
        var changes = new ObserverRecorder<DataModelChange>(Patience.Limit);
        var subscription = first.Stream.Changes.Subscribe(changes);
        await changes.NextAsync();
        var second = _rig.Client().SubscribeChanges();
        await second.NextAsync();

        subscription.Dispose();
        await FeedRig.UntilAsync(() => _rig.PubSub.Pulls == 2);
        _rig.Time.Advance(TimeSpan.FromSeconds(2));
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1);
        _rig.PubSub.Deliver(_rig.Humid("e1", 50));

        Assert.Equal(50, (await second.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
    }

    [Fact]
    public async Task A_user_who_withdrew_access_does_not_end_the_feed_of_others()
    {
        var isWithdrawn = false;
        var ended = AccessTokenSource.FromCallback(_ => isWithdrawn
            ? Task.FromException<AccessToken>(new NestAuthorizationException("Withdrawn.") { Failure = NestAuthorizationFailure.Revoked })
            : Task.FromResult(AccessToken.Parse("ya29.TESTTOKEN0123456789")));
        var gone = _rig.Client(tokens: ended);
        var errors = new ObserverRecorder<DataModelChange>(Patience.Limit);
        gone.Stream.Changes.Subscribe(errors);
        await errors.NextAsync();
        var other = _rig.Client().SubscribeChanges();
        await other.NextAsync();

        isWithdrawn = true;
        _rig.PubSub.Answer(HttpStatusCode.Unauthorized);
        await gone.StateAsync(ConnectionStatus.Revoked);
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls > 0);
        _rig.PubSub.Deliver(_rig.Humid("e1", 50));

        Assert.Equal(50, (await other.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
    }

    [Fact]
    public async Task Clients_that_disagree_on_who_owns_the_subscription_are_an_error()
    {
        await _rig.Client().SubscribeChanges().NextAsync();
        var other = _rig.Client(isOwned: false);
        other.SubscribeChanges();

        var state = await other.StateAsync(ConnectionStatus.Reconnecting);

        Assert.Contains("Sdm.OwnsSubscription", state.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_that_change_while_no_message_arrives_are_reported()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();

        for (var humidity = 50; humidity < 53; humidity++)
        {
            _rig.Google.SetDevices(FeedRig.Thermostat(humidity), FeedRig.Doorbell);
            await _rig.PassAsync(TimeSpan.FromMinutes(32));
            Assert.Equal(DataModelChangeSource.List, (await changes.NextAsync()).Source);
        }

        await FeedRig.UntilAsync(() => _rig.Logger.Collector.GetSnapshot().Any(static record => record.Id.Id == 6014));
    }

    private Task PullAgainAsync() => FeedRig.UntilAsync(() =>
    {
        if (_rig.PubSub.PendingPulls == 0)
            _rig.Time.Advance(TimeSpan.FromSeconds(1));
        return _rig.PubSub.PendingPulls == 1;
    });
}
