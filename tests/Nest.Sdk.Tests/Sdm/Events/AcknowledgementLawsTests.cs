using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Events;

/// <summary>When a message is acknowledged, and what happens when it was not. See docs/protocol/smart-device-management.md#acknowledgement.</summary>
public sealed class AcknowledgementLawsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_message_is_acknowledged_after_its_model_and_events_were_queued_for_every_subscriber(int clients)
    {
        await using var rig = new FeedRig();
        var homes = Enumerable.Range(0, clients).Select(_ => rig.Client()).ToList();
        var recorders = new List<(ObserverRecorder<DataModelChange> Changes, ObserverRecorder<NestEvent> Events)>();
        foreach (var home in homes)
        {
            recorders.Add((home.SubscribeChanges(), home.SubscribeEvents()));
            recorders.Add((home.SubscribeChanges(), home.SubscribeEvents()));
            await recorders[^1].Changes.NextAsync();
        }

        // Nothing else is pulled or handled while the call is held, so what arrives was queued before it.
        var sent = 0;
        var failures = 0;
        rig.PubSub.Called = verb =>
        {
            if (verb != "acknowledge")
                return;
            var versions = homes.Select(static home => home.Stream.Latest!.ModelVersion).ToList();
            var areQueued = SpinWait.SpinUntil(() => recorders.TrueForAll(one => one.Changes.Count > sent && one.Events.Count >= sent), Patience.Limit);
            if (!areQueued || !versions.SequenceEqual(homes.Select(static home => home.Stream.Latest!.ModelVersion)) || homes.Exists(home => home.Stream.Latest!.Model.Devices.Cameras[FeedRig.Camera].LastEvent?.SessionId != $"s{sent}"))
                Interlocked.Increment(ref failures);
        };

        for (var number = 1; number <= 5; number++)
        {
            sent = number;
            rig.Time.Advance(TimeSpan.FromSeconds(1));
            var ids = rig.PubSub.Deliver(rig.Ring($"e{number}", $"s{number}"));
            await FeedRig.UntilAsync(() => rig.PubSub.Acknowledged.Contains(ids[0]));
        }

        Assert.Equal(0, failures);
    }

    [Fact]
    public async Task What_was_not_acknowledged_before_a_crash_changes_nothing_when_it_comes_again()
    {
        await using var before = new FeedRig();
        await using var after = new FeedRig();
        string[] messages = [before.Humid("e1", 50), before.Ring("e2", "s1", "STARTED"), before.Ring("e3", "s1", "ENDED"), before.Humid("e4", 51)];
        before.PubSub.Refused = static _ => StubHandler.Json("{}", System.Net.HttpStatusCode.ServiceUnavailable);
        var one = before.Client();
        var changes = one.SubscribeChanges();
        await changes.NextAsync();
        before.PubSub.Deliver(messages);
        var shown = await changes.NextWhereAsync(static change => change.Current.Devices.Thermostats["D1"].Humidity == 51);
        Assert.Empty(before.PubSub.Acknowledged);

        // Another process: nothing is remembered, and the list has what happened.
        after.Google.SetDevices(FeedRig.Thermostat(51), FeedRig.Doorbell);
        var other = after.Client();
        var events = other.SubscribeEvents();
        await other.SubscribeChanges().NextAsync();
        var ids = after.PubSub.Deliver([.. messages, .. messages]);
        await FeedRig.UntilAsync(() => ids.All(after.PubSub.Acknowledged.Contains));

        Assert.Equal(shown.Current, other.Stream.Latest!.Model);
        Assert.True((await events.NextAsync()).IsNew);
        Assert.False((await events.NextAsync()).IsNew);
        Assert.Equal(4, after.Feed.ToReport().Duplicates);

        // The end of the first process waits for its calls.
        before.PubSub.Refused = static _ => null;
        await FeedRig.UntilAsync(() =>
        {
            before.Time.Advance(TimeSpan.FromMilliseconds(100));
            return before.PubSub.Acknowledged.Count == 4;
        });
    }
}
