using System.Text;
using Nest.Sdk.Testing.Tests.Google.PubSub;

namespace Nest.Sdk.Testing.Tests.Google.Publishing;

/// <summary>The script of deliveries, and messages of a test.</summary>
public sealed class DeliveryTests : PubSubTest
{
    private int _humidity = 40;

    [Fact]
    public async Task Late_message_has_an_old_timestamp()
    {
        await ChangeAsync(Delivery.Late(TimeSpan.FromMinutes(11)));

        var message = Assert.Single(await PullAsync());
        Assert.Equal(TimeSpan.FromMinutes(11), message.PublishTime - message.Timestamp);
    }

    [Fact]
    public async Task Message_that_is_held_back_comes_by_the_clock()
    {
        await ChangeAsync(Delivery.HeldBack(TimeSpan.FromSeconds(40)));
        Assert.Empty(Google.Unacknowledged);

        var pull = await StartPullAsync();
        Time.Advance(TimeSpan.FromSeconds(40));
        var message = Assert.Single(await pull);
        Assert.Equal(TimeSpan.FromSeconds(40), message.PublishTime - message.Timestamp);
    }

    [Fact]
    public async Task Message_comes_twice_with_one_event_id()
    {
        await ChangeAsync(Delivery.Twice);

        var messages = await PullAsync();
        Assert.Equal(2, messages.Count);
        Assert.Equal(messages[0].EventId, messages[1].EventId);
        Assert.NotEqual(messages[0].MessageId, messages[1].MessageId);
    }

    [Fact]
    public async Task Reordered_message_follows_the_next_one()
    {
        await ChangeAsync(Delivery.Reordered);
        Assert.Empty(Google.Unacknowledged);
        Time.Advance(TimeSpan.FromSeconds(1));
        await ChangeAsync();

        var messages = await PullAsync();
        Assert.Equal(2, messages.Count);
        Assert.True(messages[0].Timestamp > messages[1].Timestamp);
    }

    [Fact]
    public async Task Reordered_message_without_a_next_one_comes_at_the_end()
    {
        using (Google.Messages.While(Delivery.Reordered))
        {
            await ChangeAsync();
            await ChangeAsync();
            Assert.Equal(2, Google.Unacknowledged.Count);
            await ChangeAsync();
            Assert.Equal(2, Google.Unacknowledged.Count);
        }

        Assert.Equal(3, Google.Unacknowledged.Count);
    }

    [Fact]
    public async Task Poison_comes_before_the_right_message()
    {
        for (var i = 0; i < 3; i++)
            await ChangeAsync(Delivery.Poison);

        var messages = await PullAsync();
        Assert.Equal(6, messages.Count);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => messages[0].Content);
        Assert.Throws<FormatException>(() => messages[2].Content);
        Assert.Null(messages[4].Content["resourceUpdate"]);
        Assert.All([messages[1], messages[3], messages[5]], message => Assert.NotNull(message.Traits));
    }

    [Fact]
    public async Task Message_has_the_timestamp_of_the_one_before()
    {
        await ChangeAsync();
        Time.Advance(TimeSpan.FromSeconds(5));
        await ChangeAsync(Delivery.SameTime);

        Assert.Single((await PullAsync()).Select(message => message.Timestamp).Distinct());
    }

    [Fact]
    public async Task Lost_message_never_comes()
    {
        await ChangeAsync(Delivery.Lost);
        await ChangeAsync();

        Assert.Single(Google.Unacknowledged);
        Assert.Empty(Google.Messages.Waiting);
    }

    [Fact]
    public async Task Script_describes_what_waits_and_is_cleared()
    {
        Google.Messages.Next(Delivery.Late(TimeSpan.FromSeconds(40)), times: 2);
        using var lasting = Google.Messages.While(Delivery.Lost);
        Assert.Equal(["2 x late by 40 s", "lost (lasting)"], Google.Messages.Waiting);

        Google.Messages.Clear();
        await ChangeAsync();
        Assert.Single(Google.Unacknowledged);
    }

    [Fact]
    public async Task Message_of_a_test_is_not_affected_and_needs_no_list()
    {
        using var lasting = Google.Messages.While(Delivery.Lost);
        await Google.PublishAsync("not JSON");
        await Google.PublishAsync(new byte[] { 0xFF });
        await Google.PublishRawAsync("*** not base64 ***");

        Assert.Equal([Convert.ToBase64String(Encoding.UTF8.GetBytes("not JSON")), "/w==", "*** not base64 ***"], (await PullAsync()).Select(message => message.Data));
    }

    private async Task ChangeAsync(Delivery? delivery = null)
    {
        await ListOnceAsync();
        if (delivery is not null)
            Google.Messages.Next(delivery);

        await Google.SetAsync(Hallway + "/humidity", ++_humidity);
    }

    private Task ListOnceAsync() => _humidity == 40 ? ListAsync() : Task.CompletedTask;
}
