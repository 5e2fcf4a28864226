using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>The lifetime of an event subscription.</summary>
public class EventSubscriptionTests
{
    private static readonly NestEvent Motion = new() { DeviceId = "c", Kind = NestEventKind.Motion, Phase = NestEventPhase.Started, IsNew = true };

    [Fact]
    public async Task A_subscription_opens_and_holds_the_connection_like_others()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        var subscription = rig.Stream.Events.Subscribe(new ObserverRecorder<NestEvent>(Patience.Limit));
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        Assert.Equal(ConnectionStatus.Connected, rig.Stream.ConnectionState.Status);

        subscription.Dispose();
        subscription.Dispose();

        await connection.ClosedAsync();
    }

    [Fact]
    public async Task A_revoked_token_ends_every_subscription_and_a_new_one_starts_afresh()
    {
        await using var rig = new StreamRig();
        var events = rig.SubscribeEvents();
        var sequence = rig.Stream.ReadAsync(rig.Stream.Events, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var read = sequence.MoveNextAsync();

        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException());

        Assert.IsType<NestAuthorizationException>(await events.EndAsync());
        await Assert.ThrowsAsync<NestAuthorizationException>(async () => await read);
        var again = rig.SubscribeEvents();
        await rig.Time.PassNextWaitAsync();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.Raise(Motion);
        Assert.Equal(NestEventKind.Motion, (await again.NextAsync()).Kind);
    }

    [Fact]
    public async Task Disposing_the_client_delivers_waiting_events_completes_and_refuses_later_subscribers()
    {
        var rig = new StreamRig();
        var events = rig.SubscribeEvents();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.Raise(Motion);

        await rig.DisposeAsync();

        Assert.Null(await events.EndAsync());
        Assert.Equal(1, events.Count);
        Assert.Throws<ObjectDisposedException>(() => rig.Stream.Events.Subscribe(new ObserverRecorder<NestEvent>(Patience.Limit)));
    }

    [Fact]
    public async Task Only_the_subscriber_that_falls_too_far_behind_ends()
    {
        await using var rig = new StreamRig(capacity: 3);
        using var stuck = new ManualResetEventSlim();
        using var entered = new SemaphoreSlim(0);
        var error = new TaskCompletionSource<Exception>();
        using var slow = System.ObservableExtensions.Subscribe(
            rig.Stream.Events,
            _ =>
            {
                entered.Release();
                stuck.Wait();
            },
            error.SetResult);
        var events = rig.SubscribeEvents();
        var updates = rig.Subscribe().Recorder;
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.Raise(Motion);
        Assert.True(await entered.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken));

        for (var i = 0; i < 4; i++)
        {
            connection.Raise(Motion);
            await events.NextAsync();
        }

        stuck.Set();
        Assert.Equal(3, Assert.IsType<NestSlowSubscriberException>(await error.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken)).Capacity);
        connection.Raise(Motion);
        await events.NextAsync();
        await events.NextAsync();
        Assert.Equal(40, Homes.Humidity(await updates.NextAsync()));
    }

    [Fact]
    public async Task Reading_as_a_sequence_returns_each_event_from_the_first_step_on()
    {
        await using var rig = new StreamRig(linger: TimeSpan.Zero);
        await using var sequence = rig.Stream.ReadAsync(rig.Stream.Events, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = sequence.MoveNextAsync();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.Raise(Motion);
        connection.Raise(Motion with { Phase = NestEventPhase.Ended });

        Assert.True(await first);
        Assert.Equal(NestEventPhase.Started, sequence.Current.Phase);
        Assert.True(await sequence.MoveNextAsync());
        Assert.Equal(NestEventPhase.Ended, sequence.Current.Phase);
        await sequence.DisposeAsync();
        await connection.ClosedAsync();
    }
}
