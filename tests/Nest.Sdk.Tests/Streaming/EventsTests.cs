using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>The guarantees of event subscriptions.</summary>
public class EventsTests
{
    private static readonly NestEvent Motion = new() { DeviceId = "c", Kind = NestEventKind.Motion, Phase = NestEventPhase.Started, IsNew = true };

    [Fact]
    public async Task The_first_document_of_a_client_raises_no_event_and_each_later_one_raises_its_own()
    {
        await using var rig = Rig();
        var events = rig.SubscribeEvents();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.PutHumidity(40);
        connection.PutHumidity(40);
        connection.PutHumidity(41);
        connection.PutHumidity(42);

        Assert.Equal("40-41", (await events.NextAsync()).DeviceId);
        Assert.Equal("41-42", (await events.NextAsync()).DeviceId);
        Assert.Equal(2, events.Count);
    }

    [Fact]
    public async Task Equal_events_are_neither_merged_nor_dropped_and_a_late_subscriber_gets_no_old_ones()
    {
        await using var rig = new StreamRig();
        var events = rig.SubscribeEvents();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.Raise(Motion);
        connection.Raise(Motion);
        Assert.Equal(await events.NextAsync(), await events.NextAsync());

        var late = rig.SubscribeEvents();
        connection.Raise(Motion with { DeviceId = "d" });

        Assert.Equal("d", (await late.NextAsync()).DeviceId);
        Assert.Equal(1, late.Count);
        Assert.Equal("d", (await events.NextAsync()).DeviceId);
    }

    [Fact]
    public async Task The_latest_model_shows_the_state_after_an_event_when_it_is_delivered()
    {
        await using var rig = Rig();
        var found = new List<(long Event, int? Humidity, bool IsStale)>();
        var done = new TaskCompletionSource();
        using var subscription = System.ObservableExtensions.Subscribe(rig.Stream.Events, what =>
        {
            found.Add((what.ModelVersion, Homes.Humidity(rig.Stream.Latest!.Model), rig.Stream.Latest.IsStale));
            Assert.True(rig.Stream.Latest.ModelVersion >= what.ModelVersion);
            done.SetResult();
        });
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.End();
        await rig.Time.PassNextWaitAsync();

        (await rig.Provider.NextAttemptAsync()).PutHumidity(41);

        await done.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.Equal([(2L, 41, false)], found);
    }

    [Fact]
    public async Task An_event_and_the_change_that_came_with_it_carry_the_same_version()
    {
        await using var rig = Rig();
        var events = rig.SubscribeEvents();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();
        for (var i = 0; i < 20; i++)
            connection.PutHumidity(i);
        connection.Raise(Motion);

        var first = await changes.NextAsync();
        Assert.Equal(1, first.ModelVersion);
        for (var i = 1; i < 20; i++)
        {
            var (what, change) = (await events.NextAsync(), await changes.NextAsync());
            Assert.Equal($"{i - 1}-{i}", what.DeviceId);
            Assert.Equal(i, Homes.Humidity(change.Current));
            Assert.Equal((i + 1L, i + 1L), (what.ModelVersion, change.ModelVersion));
        }

        Assert.Equal(20, (await events.NextAsync()).ModelVersion);
        Assert.Equal(20, rig.Stream.Latest!.ModelVersion);
        // A later subscriber gets the version with the current model.
        Assert.Equal(20, (await rig.SubscribeChanges().NextAsync()).ModelVersion);
        connection.PutHumidity(19);
        Assert.Equal(20, (await rig.SubscribeChanges().NextAsync()).ModelVersion);
    }

    [Fact]
    public async Task A_change_reports_the_number_of_events_before_it()
    {
        await using var rig = Rig();
        var events = rig.SubscribeEvents();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.PutHumidity(41);
        connection.Raise(Motion);
        connection.PutHumidity(42);

        Assert.Equal(0, (await changes.NextAsync()).EventsBefore);
        Assert.Equal(0, (await changes.NextAsync()).EventsBefore);
        Assert.Equal(2, (await changes.NextAsync()).EventsBefore);
        for (var i = 0; i < 3; i++)
            await events.NextAsync();
        Assert.Equal(2, (await rig.SubscribeChanges().NextAsync()).EventsBefore);
        connection.PutHumidity(42);
        Assert.Equal(2, (await rig.SubscribeChanges().NextAsync()).EventsBefore);
    }

    [Fact]
    public async Task Events_during_a_gap_arrive_late()
    {
        await using var rig = Rig();
        var events = rig.SubscribeEvents();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.PutHumidity(41);
        Assert.False((await events.NextAsync()).IsLate);
        connection.End();
        await rig.Time.PassNextWaitAsync();
        var next = await rig.Provider.NextAttemptAsync();

        next.PutHumidity(42);
        next.PutHumidity(43);

        Assert.True((await events.NextAsync()).IsLate);
        Assert.False((await events.NextAsync()).IsLate);
    }

    [Theory]
    [InlineData(-3600, false)]
    [InlineData(0, false)]
    [InlineData(30, false)]
    [InlineData(30.001, true)]
    public async Task An_event_is_late_when_it_is_over_30_seconds_old(double age, bool isLate)
    {
        await using var rig = new StreamRig();
        rig.Provider.Derives = (_, _) => [Motion with { OccurredAt = rig.Time.GetUtcNow() - TimeSpan.FromSeconds(age) }];
        var events = rig.SubscribeEvents();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);

        connection.PutHumidity(41);
        connection.Raise(Motion with { OccurredAt = rig.Time.GetUtcNow() - TimeSpan.FromSeconds(age) });

        Assert.Equal(isLate, (await events.NextAsync()).IsLate);
        Assert.Equal(isLate, (await events.NextAsync()).IsLate);
    }

    [Fact]
    public async Task Receipt_is_timestamped_and_replaces_a_time_that_the_service_does_not_report()
    {
        await using var rig = new StreamRig();
        var events = rig.SubscribeEvents();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        rig.Time.Advance(TimeSpan.FromHours(1));
        var (now, before) = (rig.Time.GetUtcNow(), rig.Time.GetUtcNow().AddSeconds(-5));

        connection.Raise(Motion with { IsLate = true, ModelVersion = 77 });
        connection.Raise(Motion with { OccurredAt = before });
        // The backend knows the difference between the clocks, and so whether it is late.
        connection.Raise(Motion with { OccurredAt = before.AddHours(-1), ReceivedAt = before });

        Assert.Equal(Motion with { IsLate = true, OccurredAt = now, ReceivedAt = now, ModelVersion = 1 }, await events.NextAsync());
        Assert.Equal(Motion with { OccurredAt = before, ReceivedAt = now, ModelVersion = 1 }, await events.NextAsync());
        Assert.Equal(Motion with { OccurredAt = before.AddHours(-1), ReceivedAt = before, ModelVersion = 1 }, await events.NextAsync());
    }

    [Fact]
    public async Task Only_the_connection_that_brings_the_home_can_raise_one()
    {
        await using var rig = new StreamRig();
        var events = rig.SubscribeEvents();
        var old = await rig.Provider.NextAttemptAsync();
        old.Raise(Motion with { DeviceId = "before the home" });
        old.PutHumidity(40);
        old.Raise(Motion with { DeviceId = "old" });
        old.ChangeToken();
        var next = await rig.Provider.NextAttemptAsync();
        next.Raise(Motion with { DeviceId = "before its turn" });

        next.PutHumidity(40);
        old.Raise(Motion with { DeviceId = "after its turn" });
        next.Raise(Motion with { DeviceId = "new" });

        Assert.Equal("old", (await events.NextAsync()).DeviceId);
        Assert.Equal("new", (await events.NextAsync()).DeviceId);
        Assert.Equal(2, events.Count);
    }

    /// <summary>Every model after the first one is an event.</summary>
    private static StreamRig Rig()
    {
        var rig = new StreamRig();
        rig.Provider.Derives = static (before, after) => [Motion with { DeviceId = $"{Homes.Humidity(before!)}-{Homes.Humidity(after)}" }];
        return rig;
    }
}
