using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>A new token opens a new stream before the old one closes.</summary>
public class TokenChangeTests
{
    [Fact]
    public async Task The_new_stream_takes_over_with_its_first_document_and_nobody_notices()
    {
        await using var rig = new StreamRig();
        var (updates, _) = rig.Subscribe();
        var old = await rig.Provider.NextAttemptAsync();
        old.PutHumidity(40);

        old.TokenChanged();
        var next = await rig.Provider.NextAttemptAsync();
        old.PutHumidity(45);
        next.PutHumidity(45);
        await old.ClosedAsync();
        next.PutHumidity(50);

        Assert.Equal([40, 45, 50], new[] { Homes.Humidity(await updates.NextAsync()), Homes.Humidity(await updates.NextAsync()), Homes.Humidity(await updates.NextAsync()) });
        Assert.Equal(3, updates.Count);
        Assert.Equal(ConnectionStatus.Connected, rig.Stream.ConnectionState.Status);
    }

    [Fact]
    public async Task What_the_old_stream_still_says_after_that_is_out_of_date()
    {
        await using var rig = new StreamRig();
        var (updates, _) = rig.Subscribe();
        var old = await rig.Provider.NextAttemptAsync();
        old.PutHumidity(40);
        old.TokenChanged();
        var next = await rig.Provider.NextAttemptAsync();
        next.PutHumidity(50);

        old.PutHumidity(40);
        next.PutHumidity(55);

        await updates.NextWhereAsync(model => Homes.Humidity(model) == 55);
        Assert.Equal(3, updates.Count);
    }

    [Fact]
    public async Task An_old_stream_whose_first_document_comes_late_does_not_take_the_turn_back()
    {
        await using var rig = new StreamRig();
        var (updates, _) = rig.Subscribe();
        var old = await rig.Provider.NextAttemptAsync();
        old.TokenChanged();
        var next = await rig.Provider.NextAttemptAsync();
        next.PutHumidity(50);

        old.PutHumidity(40);
        next.PutHumidity(55);

        Assert.Equal([50, 55], new[] { Homes.Humidity(await updates.NextAsync()), Homes.Humidity(await updates.NextAsync()) });
    }

    [Fact]
    public async Task A_new_stream_that_does_not_come_about_leaves_the_old_one()
    {
        await using var rig = new StreamRig();
        var (updates, _) = rig.Subscribe();
        var old = await rig.Provider.NextAttemptAsync();
        old.PutHumidity(40);
        old.TokenChanged();

        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException());
        await rig.LoggedAsync(2010);
        old.PutHumidity(45);

        Assert.Equal(45, Homes.Humidity(await updates.NextWhereAsync(model => Homes.Humidity(model) == 45)));
        Assert.Equal(ConnectionStatus.Connected, rig.Stream.ConnectionState.Status);
        old.End();
        await rig.Time.PassNextWaitAsync();
        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException());
        Assert.IsType<NestAuthorizationException>(await updates.EndAsync());
    }

    [Fact]
    public async Task When_the_old_stream_ends_first_the_new_one_is_all_there_is()
    {
        await using var rig = new StreamRig();
        var (updates, _) = rig.Subscribe();
        var old = await rig.Provider.NextAttemptAsync();
        old.PutHumidity(40);
        await updates.NextAsync();
        old.TokenChanged();
        var next = await rig.Provider.NextAttemptAsync();

        old.End();
        await rig.StateAsync(ConnectionStatus.Reconnecting);
        Assert.True(rig.Stream.Latest!.IsStale);
        next.PutHumidity(50);

        Assert.Equal(50, Homes.Humidity(await updates.NextAsync()));
        await rig.StateAsync(ConnectionStatus.Connected);
        Assert.Equal(2, rig.Provider.Attempts);
    }

    [Fact]
    public async Task Disposing_in_the_middle_closes_both()
    {
        await using var rig = new StreamRig();
        rig.Subscribe();
        var old = await rig.Provider.NextAttemptAsync();
        old.PutHumidity(40);
        old.TokenChanged();
        var next = await rig.Provider.NextAttemptAsync();

        await rig.Stream.StopAsync();

        await old.ClosedAsync();
        await next.ClosedAsync();
    }
}
