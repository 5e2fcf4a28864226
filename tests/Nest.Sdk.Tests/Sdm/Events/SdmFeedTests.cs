using System.Net;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>A home that is followed over a subscription.</summary>
public sealed class SdmFeedTests : IAsyncDisposable
{
    private readonly FeedRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_message_changes_the_home_without_a_list_and_is_acknowledged()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();

        var ids = _rig.PubSub.Deliver(_rig.Humid("e1", 55));

        var change = await changes.NextAsync();
        Assert.Equal(55, change.Current.Devices.Thermostats["D1"].Humidity);
        Assert.Equal(DataModelChangeSource.Stream, change.Source);
        Assert.False(change.IsCaughtUp);
        await AcknowledgedAsync(ids);
        Assert.Equal(1, _rig.Google.CountOf("devices"));
    }

    [Fact]
    public async Task Each_message_that_changes_something_is_one_change()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();

        var ids = _rig.PubSub.Deliver(_rig.Humid("e1", 50), _rig.Humid("e2", 50), _rig.Humid("e3", 51));

        Assert.Equal(50, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        Assert.Equal(51, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        await AcknowledgedAsync(ids);
    }

    /// <summary>home-assistant/core 44218: others drop what comes before the list.</summary>
    [Fact]
    public async Task A_message_that_arrives_before_the_list_is_kept_and_applied_after_it()
    {
        var list = new TaskCompletionSource<HttpResponseMessage>();
        _rig.Google.Later("devices", list.Task);
        var changes = _rig.Client().SubscribeChanges();
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1 && _rig.Google.CountOf("devices") == 1);
        _rig.Time.Advance(TimeSpan.FromMilliseconds(10));
        var ids = _rig.PubSub.Deliver(_rig.Humid("e1", 55));
        await FeedRig.UntilAsync(() => _rig.PubSub.Pulls == 2);
        Assert.Empty(_rig.PubSub.Receipts);

        list.SetResult(StubHandler.Json($$"""{"devices":[{{FeedRig.Thermostat(40)}}]}"""));

        Assert.Equal(40, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        Assert.Equal(55, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        await AcknowledgedAsync(ids);
    }

    [Fact]
    public async Task A_repeated_message_has_no_effect_and_is_acknowledged()
    {
        var client = _rig.Client();
        var changes = client.SubscribeChanges();
        var events = client.SubscribeEvents();
        await changes.NextAsync();

        var first = _rig.PubSub.Deliver(_rig.Ring("e1", "s1"));
        Assert.Equal(NestEventKind.Chime, (await events.NextAsync()).Kind);
        var second = _rig.PubSub.Deliver(_rig.Ring("e1", "s1"), _rig.Ring("e2", "s2"));

        Assert.Equal("s2", (await events.NextAsync()).SessionId);
        await AcknowledgedAsync([.. first, .. second]);
    }

    /// <summary>The bell of a modern doorbell is reported when it starts and again when it ends.</summary>
    [Fact]
    public async Task A_ring_is_new_once_and_its_state_comes_first()
    {
        var client = _rig.Client();
        var changes = client.SubscribeChanges();
        var events = client.SubscribeEvents();
        await changes.NextAsync();

        _rig.PubSub.Deliver(_rig.Ring("e1", "s1", "STARTED"));
        var started = await events.NextAsync();
        var state = await changes.NextAsync();
        _rig.PubSub.Deliver(_rig.Ring("e2", "s1", "ENDED"));
        var ended = await events.NextAsync();

        Assert.Equal((true, NestEventPhase.Started, "s1", "n:1", "t1", false), (started.IsNew, started.Phase, started.SessionId, started.Id, started.ThreadId, started.IsLate));
        Assert.Equal((false, NestEventPhase.Ended), (ended.IsNew, ended.Phase));
        Assert.Equal(state.ModelVersion, started.ModelVersion);
        Assert.True(state.Current.Devices.Cameras[FeedRig.Camera].LastEvent!.HasChime);
    }

    [Fact]
    public async Task Events_of_one_message_come_in_its_order_and_unknown_ones_by_Googles_name()
    {
        var client = _rig.Client();
        var events = client.SubscribeEvents();
        await client.SubscribeChanges().NextAsync();

        _rig.PubSub.Deliver(_rig.Event("e1", [("SomeFuture.Event", "\"x\":1"), ("CameraMotion.Motion", "\"eventSessionId\":\"s1\",\"eventId\":\"1\",\"zones\":[\"\",\"Door\"]"), ("CameraClipPreview.ClipPreview", "\"eventSessionId\":\"s1\",\"previewUrl\":\"https://clips.example/secret-1\"")]));

        var unknown = await events.NextAsync();
        Assert.Equal(("sdm.devices.events.SomeFuture.Event", true), (unknown.Kind.ToString(), unknown.IsNew));
        var motion = await events.NextAsync();
        Assert.Equal((NestEventKind.Motion, "Door"), (motion.Kind, Assert.Single(motion.Zones)));
        var clip = await events.NextAsync();
        Assert.Equal((NestEventKind.Clip, null, "https://clips.example/secret-1"), (clip.Kind, clip.Id, clip.ClipUrl?.Reveal()));
        Assert.DoesNotContain("secret-1", clip.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public async Task An_event_is_late_after_30_seconds_by_Googles_clock(int age, bool isLate)
    {
        _rig.PubSub.Ahead = TimeSpan.FromMinutes(-10);
        var client = _rig.Client();
        var events = client.SubscribeEvents();
        await client.SubscribeChanges().NextAsync();

        _rig.PubSub.Deliver(_rig.Ring("e1", "s1", time: _rig.At(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(age))));

        Assert.Equal(isLate, (await events.NextAsync()).IsLate);
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("e30=")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("eyJldmVudElkIjogImN1dA==")]
    [InlineData(null)]
    public async Task Poison_is_acknowledged_once_and_counted(string? data)
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();

        var poison = _rig.PubSub.DeliverData(data);
        await AcknowledgedAsync(poison);
        _rig.PubSub.Deliver(_rig.Humid("e1", 55));

        Assert.Equal(55, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        Assert.Equal(1, _rig.Feed.ToReport().Unreadable);
        Assert.EndsWith(".", Assert.Single(_rig.Feed.ToReport().LastUnreadable).Flaw, StringComparison.Ordinal);
    }

    /// <summary>Documented by Google, and one of the leading libraries fails on it for ever.</summary>
    [Fact]
    public async Task A_relation_without_a_subject_causes_one_list_and_is_acknowledged_after_it()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();
        var list = new TaskCompletionSource<HttpResponseMessage>();
        _rig.Google.Later("devices", list.Task);

        var ids = _rig.PubSub.Deliver(Relation("r1", "D2"), Relation("r2", "D2"));
        await FeedRig.UntilAsync(() => _rig.Google.CountOf("devices") == 2);
        Assert.Empty(_rig.PubSub.Acknowledged);
        // A list never delays a message of a known device.
        _rig.Time.Advance(TimeSpan.FromMilliseconds(10));
        _rig.PubSub.Deliver(_rig.Humid("e1", 55));
        Assert.Equal(55, (await changes.NextAsync()).Current.Devices.Thermostats["D1"].Humidity);
        list.SetResult(StubHandler.Json($$"""{"devices":[{{FeedRig.Thermostat(40)}},{{FeedRig.Thermostat(41, "D2")}}]}"""));

        var change = await changes.NextAsync();
        Assert.Contains("D2", change.Current.Devices.Thermostats.Keys);
        Assert.Equal((DataModelChangeSource.List, 55), (change.Source, change.Current.Devices.Thermostats["D1"].Humidity));
        await AcknowledgedAsync(ids);
    }

    [Fact]
    public async Task A_relation_whose_list_fails_comes_again()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();
        _rig.Google.Once("devices", HttpStatusCode.InternalServerError);

        var ids = _rig.PubSub.Deliver(Relation("r1", "D2"));
        await FeedRig.UntilAsync(() => _rig.PubSub.Receipts.Any(receipt => receipt.AckId == ids[0] && receipt.Seconds == 10));

        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        var again = _rig.PubSub.Deliver(Relation("r1", "D2"));
        await AcknowledgedAsync(again);
    }

    [Fact]
    public async Task A_device_that_one_list_does_not_know_either_is_dropped_and_listed_every_five_minutes_at_most()
    {
        var changes = _rig.Client().SubscribeChanges();
        await changes.NextAsync();

        await AcknowledgedAsync(_rig.PubSub.Deliver(_rig.Humid("e1", 1, "D9")));
        await AcknowledgedAsync(_rig.PubSub.Deliver(_rig.Humid("e2", 2, "D9")));
        Assert.Equal(2, _rig.Google.CountOf("devices"));
        await _rig.PassAsync(TimeSpan.FromMinutes(5));
        _rig.Google.SetDevices(FeedRig.Thermostat(40), FeedRig.Thermostat(40, "D9"));
        await AcknowledgedAsync(_rig.PubSub.Deliver(_rig.Humid("e3", 3, "D9")));

        Assert.Equal(3, (await changes.NextWhereAsync(change => change.Current.Devices.Thermostats.TryGetValue("D9", out var device) && device.Humidity == 3)).Current.Devices.Thermostats["D9"].Humidity);
        Assert.Equal((3, 2), (_rig.Google.CountOf("devices"), _rig.Feed.ToReport().Unrouted));
    }

    [Fact]
    public async Task A_message_of_nobody_is_left_to_other_processes_where_the_subscription_is_shared()
    {
        await _rig.Client(isOwned: false).SubscribeChanges().NextAsync();

        for (var i = 0; i < 5; i++)
        {
            var ids = _rig.PubSub.Deliver(ScriptedPubSub.Message("e1", _rig.Now, DeviceName("D9"), ScriptedPubSub.Traits(""), user: "someone"));
            await FeedRig.UntilAsync(() => _rig.PubSub.Receipts.Any(receipt => receipt.AckId == ids[0]));
            Assert.InRange(_rig.PubSub.Receipts.Single(receipt => receipt.AckId == ids[0]).Seconds ?? 0, 10, 60);
        }

        await FeedRig.UntilAsync(() => _rig.Logger.Collector.GetSnapshot().Any(static record => record.Id.Id == 6012));
        Assert.Equal(5, _rig.Feed.ToReport().Unrouted);
    }

    /// <summary>A list may wait for Google's limit much longer than a delivery lasts.</summary>
    [Fact]
    public async Task The_deadline_of_what_waits_is_extended_at_half_of_it()
    {
        await _rig.Client().SubscribeChanges().NextAsync();
        for (var i = 1; i < 4; i++)
            await AcknowledgedAsync(_rig.PubSub.Deliver(Relation($"r{i}", "D2")));
        var begun = _rig.Time.GetUtcNow();
        var id = _rig.PubSub.Deliver(Relation("r4", "D2")).Single();
        await FeedRig.UntilAsync(() => _rig.PubSub.PendingPulls == 1);

        for (var second = 1; second <= 60; second++)
        {
            _rig.Time.Advance(TimeSpan.FromSeconds(1));
            await FeedRig.UntilAsync(() => Receipts().Count >= (second < 5 ? 0 : second < 35 ? 1 : second < 60 ? 2 : 3));
        }

        Assert.Equal([(60, 5), (60, 35), (null, 60)], Receipts());
        Assert.Equal(5, _rig.Google.CountOf("devices"));

        List<(int?, int)> Receipts() => [.. _rig.PubSub.Receipts.Where(receipt => receipt.AckId == id).Select(receipt => (receipt.Seconds, (int)(receipt.At - begun).TotalSeconds))];
    }

    [Fact]
    public async Task Stopping_returns_what_is_in_hand_and_what_a_late_pull_brings()
    {
        var client = _rig.Client();
        var changes = new ObserverRecorder<DataModelChange>(Patience.Limit);
        var subscription = client.Stream.Changes.Subscribe(changes);
        await changes.NextAsync();
        _rig.Google.Later("devices", new TaskCompletionSource<HttpResponseMessage>().Task);
        var waiting = _rig.PubSub.Deliver(Relation("r1", "D2"));
        await FeedRig.UntilAsync(() => _rig.Google.CountOf("devices") == 2);

        subscription.Dispose();
        await FeedRig.UntilAsync(() => _rig.PubSub.Returned.Count == 1);
        Assert.Equal(1, _rig.PubSub.PendingPulls);
        var late = _rig.PubSub.Deliver(_rig.Humid("e1", 55));

        await FeedRig.UntilAsync(() => _rig.PubSub.Returned.Count == 2);
        Assert.Equal([.. waiting, .. late], _rig.PubSub.Returned);
        Assert.Empty(_rig.PubSub.Acknowledged);
    }

    /// <summary>What a program with a count needs: it shows one and leaves the rest to the next run.</summary>
    [Fact]
    public async Task A_message_that_no_observer_has_seen_is_returned_when_the_program_ends()
    {
        var client = _rig.Client(awaitsDelivery: true);
        var connected = client.StateAsync(ConnectionStatus.Connected);
        var seen = new List<long>();
        IDisposable? subscription = null;
        subscription = client.Stream.Changes.Subscribe(new Observer(change =>
        {
            seen.Add(change.Current.Devices.Thermostats["D1"].Humidity ?? 0);
            if (seen.Count == 2)
                subscription!.Dispose();
        }));
        await connected;

        var ids = _rig.PubSub.Deliver(_rig.Humid("e1", 50), _rig.Humid("e2", 51), _rig.Humid("e3", 52));
        await FeedRig.UntilAsync(() => _rig.PubSub.Returned.Count == 2);

        Assert.Equal([40, 50], seen);
        Assert.Equal([ids[0]], _rig.PubSub.Acknowledged);
    }

    private sealed class Observer(Action<DataModelChange> next) : IObserver<DataModelChange>
    {
        public void OnCompleted()
        {
            // The subscription is disposed before.
        }

        public void OnError(Exception error) => Assert.Fail(error.Message);

        public void OnNext(DataModelChange value) => next(value);
    }

    private string Relation(string eventId, string device) => $$"""
        {"eventId":"{{eventId}}","timestamp":"{{_rig.Now}}","relationUpdate":{"type":"CREATED","subject":"","object":"{{DeviceName(device)}}"},"userId":"AVPHuser"}
        """;

    private Task AcknowledgedAsync(IEnumerable<string> ids) => FeedRig.UntilAsync(() => ids.All(_rig.PubSub.Acknowledged.Contains));
}
