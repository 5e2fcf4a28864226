using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>
/// A new token replaces the old one on an open stream: every order in which the two connections can open and end.
/// </summary>
public sealed class TokenRotationTests : IAsyncDisposable
{
    private readonly StreamRig _rig = new();
    private readonly ObserverRecorder<ConnectionState> _states = new();
    private readonly ObserverRecorder<DataModel> _updates;
    private readonly ObserverRecorder<DataModelChange> _changes;

    public TokenRotationTests()
    {
        _rig.Stream.ConnectionChanges.Subscribe(_states);
        (_updates, _) = _rig.Subscribe();
        _changes = _rig.SubscribeChanges();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task The_new_stream_opens_before_the_old_one_closes_and_nothing_is_repeated()
    {
        var (old, next) = await RotateAsync();

        Assert.False(old.Ended.IsCompleted);
        old.PutHumidity(45);
        await _changes.NextWhereAsync(change => Homes.Humidity(change.Current) == 45);
        next.PutHumidity(45);
        await old.ClosedAsync();
        next.PutHumidity(50);

        var change = await _changes.NextAsync();
        Assert.Equal(["replace /devices/thermostats/THERMOSTAT-ID/humidity 45 50"], Patches.Texts(change));
        Assert.False(change.IsCaughtUp);
        await _updates.NextWhereAsync(model => Homes.Humidity(model) == 50);
        Assert.Equal((3, 3), (_updates.Count, _changes.Count));
        await AssertStatesAsync(ConnectionStatus.Idle, ConnectionStatus.Connecting, ConnectionStatus.Connected);
        Assert.Single(_rig.Logger.Collector.GetSnapshot(), record => record.Id.Id == 2009);
    }

    [Fact]
    public async Task A_document_that_differs_on_the_new_stream_is_an_ordinary_change()
    {
        var (old, next) = await RotateAsync();

        next.PutHumidity(60);
        await old.ClosedAsync();

        await _changes.NextAsync();
        var change = await _changes.NextAsync();
        Assert.Equal(60, Homes.Humidity(change.Current));
        Assert.False(change.IsCaughtUp);
    }

    [Fact]
    public async Task A_failed_new_stream_leaves_the_old_one_open()
    {
        var (old, next) = await RotateAsync();

        next.Fail(new NestAuthorizationException("refused"));
        await LoggedAsync(2010);
        old.PutHumidity(45);

        await _updates.NextWhereAsync(model => Homes.Humidity(model) == 45);
        await AssertStatesAsync(ConnectionStatus.Idle, ConnectionStatus.Connecting, ConnectionStatus.Connected);
        Assert.Equal(2, _rig.Provider.Attempts);
        Assert.False(old.Ended.IsCompleted);
    }

    [Fact]
    public async Task After_a_failed_new_stream_the_end_of_the_old_one_is_an_ordinary_loss()
    {
        var (old, next) = await RotateAsync();
        next.Fail(new NestConnectionException("no route"));
        await LoggedAsync(2010);

        old.End();
        await _rig.Time.PassNextWaitAsync();
        (await _rig.Provider.NextAttemptAsync()).PutHumidity(45);

        var change = await _changes.NextWhereAsync(change => Homes.Humidity(change.Current) == 45);
        Assert.True(change.IsCaughtUp);
    }

    [Fact]
    public async Task After_a_failed_new_stream_the_next_token_is_tried()
    {
        var (old, next) = await RotateAsync();
        next.Fail(new NestAuthorizationException("refused"));
        await LoggedAsync(2010);

        old.ChangeToken();
        await _rig.Time.PassNextWaitAsync();
        (await _rig.Provider.NextAttemptAsync()).PutHumidity(45);

        await old.ClosedAsync();
        await _updates.NextWhereAsync(model => Homes.Humidity(model) == 45);
    }

    [Fact]
    public async Task A_token_that_changes_while_the_previous_one_is_tried_is_not_missed()
    {
        var (old, next) = await RotateAsync();
        old.ChangeToken();
        next.Fail(new NestAuthorizationException("refused"));

        await _rig.Time.PassNextWaitAsync();
        (await _rig.Provider.NextAttemptAsync()).PutHumidity(45);

        await old.ClosedAsync();
    }

    [Fact]
    public async Task The_end_of_the_old_stream_while_the_next_token_is_delayed_is_an_ordinary_loss()
    {
        var (old, next) = await RotateAsync();
        next.PutHumidity(40);
        await old.ClosedAsync();
        next.ChangeToken();
        await _rig.Time.NextWaitAsync();

        next.End();
        await _states.NextWhereAsync(state => state.NextAttemptAt is not null);
        await _rig.Time.PassNextWaitAsync();
        (await _rig.Provider.NextAttemptAsync()).PutHumidity(45);

        Assert.True((await _changes.NextWhereAsync(change => Homes.Humidity(change.Current) == 45)).IsCaughtUp);
        Assert.Equal(3, _rig.Provider.Attempts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_new_stream_opens_even_when_the_old_one_ends_first(bool isRevoked)
    {
        var (old, next) = await RotateAsync();

        if (isRevoked)
            old.Fail(new NestAuthorizationException("revoked") { Failure = NestAuthorizationFailure.Revoked });
        else
            old.End();
        await _states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        Assert.True(_rig.Stream.Latest!.IsStale);
        next.PutHumidity(45);

        var change = await _changes.NextWhereAsync(change => Homes.Humidity(change.Current) == 45);
        Assert.True(change.IsCaughtUp);
        Assert.Equal(ConnectionStatus.Connected, (await _states.NextAsync()).Status);
        Assert.False(_rig.Stream.Latest.IsStale);
        Assert.Equal(2, _rig.Provider.Attempts);
    }

    [Fact]
    public async Task The_end_of_both_streams_is_an_ordinary_loss()
    {
        var (old, next) = await RotateAsync();

        old.End();
        await _states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        next.Fail(new NestConnectionException("no route"));
        Assert.InRange(await _rig.Time.PassNextWaitAsync(), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
        (await _rig.Provider.NextAttemptAsync()).PutHumidity(45);

        Assert.True((await _changes.NextWhereAsync(change => Homes.Humidity(change.Current) == 45)).IsCaughtUp);
    }

    [Fact]
    public async Task A_refused_new_token_ends_the_stream_when_the_old_connection_has_ended()
    {
        var (old, next) = await RotateAsync();

        old.End();
        await _states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        next.Fail(new NestAuthorizationException("refused"));

        Assert.IsType<NestAuthorizationException>(await _updates.EndAsync());
        Assert.IsType<NestAuthorizationException>(await _changes.EndAsync());
    }

    [Fact]
    public async Task Later_documents_of_the_old_stream_are_ignored()
    {
        var (old, next) = await RotateAsync();

        next.PutHumidity(60);
        old.PutHumidity(41);
        next.PutHumidity(61);

        await _updates.NextAsync();
        Assert.Equal(60, Homes.Humidity(await _updates.NextAsync()));
        Assert.Equal(61, Homes.Humidity(await _updates.NextAsync()));
        Assert.Equal(61, Homes.Humidity(_rig.Stream.Latest!.Model));
    }

    [Fact]
    public async Task An_old_stream_whose_first_document_is_too_late_does_not_take_over()
    {
        var old = await _rig.Provider.NextAttemptAsync();
        old.ChangeToken();
        var next = await _rig.Provider.NextAttemptAsync();

        next.PutHumidity(60);
        old.PutHumidity(41);
        next.PutHumidity(61);

        Assert.Equal(60, Homes.Humidity(await _updates.NextAsync()));
        Assert.Equal(61, Homes.Humidity(await _updates.NextAsync()));
        await old.ClosedAsync();
    }

    [Fact]
    public async Task A_new_stream_takes_over_with_its_first_readable_document()
    {
        var (old, next) = await RotateAsync();

        Assert.False(next.Put("[]"));
        old.PutHumidity(45);
        await _updates.NextWhereAsync(model => Homes.Humidity(model) == 45);
        Assert.False(old.Ended.IsCompleted);
        next.PutHumidity(50);

        await old.ClosedAsync();
        await _updates.NextWhereAsync(model => Homes.Humidity(model) == 50);
    }

    [Fact]
    public async Task Tokens_can_change_repeatedly()
    {
        var (old, next) = await RotateAsync();
        for (var i = 0; i < 20; i++)
        {
            next.PutHumidity(50 + i);
            await old.ClosedAsync();
            old = next;
            old.ChangeToken();
            old.ChangeToken();
            await _rig.Time.PassNextWaitAsync();
            next = await _rig.Provider.NextAttemptAsync();
        }

        await _updates.NextWhereAsync(model => Homes.Humidity(model) == 69);
        Assert.Equal(21, _updates.Count);
        Assert.Equal(22, _rig.Provider.Attempts);
        await AssertStatesAsync(ConnectionStatus.Idle, ConnectionStatus.Connecting, ConnectionStatus.Connected);
    }

    [Fact]
    public async Task Disposing_in_between_closes_both_streams_without_a_warning()
    {
        var (old, next) = await RotateAsync();

        await _rig.Stream.StopAsync();

        await old.ClosedAsync();
        await next.ClosedAsync();
        Assert.Null(await _updates.EndAsync());
        Assert.DoesNotContain(_rig.Logger.Collector.GetSnapshot(), record => record.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
        await AssertStatesAsync(ConnectionStatus.Idle, ConnectionStatus.Connecting, ConnectionStatus.Connected, ConnectionStatus.Stopped);
    }

    /// <summary>A connected stream whose token has changed, and the attempt with the new token.</summary>
    private async Task<(ScriptedConnection Old, ScriptedConnection Next)> RotateAsync()
    {
        var old = await _rig.Provider.NextAttemptAsync();
        old.PutHumidity(40);
        old.ChangeToken();
        return (old, await _rig.Provider.NextAttemptAsync());
    }

    private async Task LoggedAsync(int eventId)
    {
        using var late = new CancellationTokenSource(Patience.Limit, TimeProvider.System);
        await foreach (var record in _rig.Logger.Collector.GetLogsAsync(cancellationToken: late.Token))
        {
            if (record.Id.Id == eventId)
                return;
        }
    }

    private async Task AssertStatesAsync(params ConnectionStatus[] expected)
    {
        foreach (var status in expected)
            Assert.Equal(status, (await _states.NextAsync()).Status);
        Assert.Equal(expected.Length, _states.Count);
    }
}
