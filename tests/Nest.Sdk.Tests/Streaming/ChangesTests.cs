using System.Text;
using Nest.Sdk.Diffing;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>What subscribers to changes receive.</summary>
public class ChangesTests
{
    private const string Root = """{"devices":{"thermostats":{"t":{"humidity":40,"name":"Hall"}}},"structures":{"s":{"away":"home"}},"metadata":{"access_token":"c.ONE"}}""";

    [Fact]
    public async Task The_first_value_is_the_current_home_without_a_previous_one()
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put(Root);

        var present = await changes.NextAsync();
        Assert.Null(present.Previous);
        Assert.Empty(present.Json);
        Assert.False(present.IsCaughtUp);
        Assert.Null(present.GapStart);
        Assert.Equal(rig.Time.GetUtcNow(), present.ReceivedAt);
        Assert.Same(rig.Stream.Latest!.Model, present.Current);
        Assert.Null(present.Document);
    }

    [Fact]
    public async Task A_late_subscriber_gets_the_current_home_without_a_previous_one()
    {
        await using var rig = new StreamRig();
        var first = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.PutHumidity(45);
        await first.NextAsync();
        await first.NextAsync();

        var late = rig.SubscribeChanges();
        var present = await late.NextAsync();
        connection.PutHumidity(50);
        var change = await late.NextAsync();

        Assert.Null(present.Previous);
        Assert.Empty(present.Json);
        Assert.Equal(45, Homes.Humidity(present.Current));
        Assert.Same(present.Current, change.Previous);
        Assert.Equal(["replace /devices/thermostats/THERMOSTAT-ID/humidity 45 50"], Patches.Texts(change));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_late_subscriber_gets_the_time_of_the_last_confirmation(bool isReconnected)
    {
        const string sameButForANull = """{"devices":{"thermostats":{"t":{"humidity":40,"name":"Hall","label":null}}},"structures":{"s":{"away":"home"}}}""";
        await using var rig = new StreamRig(includeDocument: true);
        var first = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.Put(Root);
        await first.NextAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(20));
        if (isReconnected)
        {
            connection.End();
            await rig.Time.PassNextWaitAsync();
            connection = await rig.Provider.NextAttemptAsync();
        }

        connection.Put(sameButForANull);
        rig.Time.Advance(TimeSpan.FromMinutes(3));
        var late = rig.SubscribeChanges();
        var present = await late.NextAsync();
        connection.Put(Root.Replace("40", "45", StringComparison.Ordinal));
        var change = await late.NextAsync();

        Assert.Equal(rig.Time.GetUtcNow() - TimeSpan.FromMinutes(3), present.ReceivedAt);
        Assert.Equal(rig.Time.GetUtcNow(), change.ReceivedAt);
        // The details of the next change start from this document, not from the equivalent one.
        Assert.Equal(Root, Encoding.UTF8.GetString(present.Document!.Value.Span));
        Assert.Equal(["replace /devices/thermostats/t/humidity 40 45"], Patches.Texts(change));
        await first.NextAsync();
        Assert.Equal((2, 2), (first.Count, late.Count));
    }

    [Theory]
    [InlineData("\"humidity\":40", "\"humidity\":45", "replace /devices/thermostats/t/humidity 40 45")]
    [InlineData("\"name\":\"Hall\"", "\"name\":\"\\u0048alle\"", "replace /devices/thermostats/t/name \"Hall\" \"\\u0048alle\"")]
    [InlineData("{\"away\":\"home\"}", "{\"away\":\"home\",\"eta\":{\"trip_id\":\"x\"}}", "add /structures/s/eta - {\"trip_id\":\"x\"}")]
    [InlineData(",\"name\":\"Hall\"", "", "remove /devices/thermostats/t/name \"Hall\" -")]
    [InlineData("\"away\":\"home\"", "\"away\":\"home\",\"new/member~x\":[1,{}]", "add /structures/s/new~1member~0x - [1,{}]")]
    [InlineData("\"away\":\"home\"", "\"away\":\"home\",\"\":null", "add /structures/s/ - null")]
    [InlineData("\"c.ONE\"", "\"c.TWO\",\"client_version\":2", "add /metadata/client_version - 2")]
    [InlineData("\"t\":{\"humidity\":40,\"name\":\"Hall\"}", "", "remove /devices/thermostats/t {\"humidity\":40,\"name\":\"Hall\"} -")]
    public async Task A_change_contains_the_exact_differences(string old, string next, string expected)
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put(Root);
        connection.Put(Root.Replace(old, next, StringComparison.Ordinal));

        var present = await changes.NextAsync();
        var change = await changes.NextAsync();
        Assert.Equal([expected], Patches.Texts(change));
        Assert.Same(present.Current, change.Previous);
        Assert.False(change.IsCaughtUp);
    }

    [Fact]
    public async Task Several_differences_are_one_change_that_can_be_applied_in_turn()
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put("""{"x":{"list":[1,2,3,4],"gone":1,"kept":{"deep":[{"a":1}]}}}""");
        connection.Put("""{"x":{"kept":{"deep":[{"a":2},{}]},"list":[1,5],"new":null}}""");

        await changes.NextAsync();
        Assert.Equal(
            ["remove /x/list/3 4 -", "remove /x/list/2 3 -", "replace /x/list/1 2 5", "remove /x/gone 1 -", "add /x/kept/deep/1 - {}", "replace /x/kept/deep/0/a 1 2", "add /x/new - null"],
            Patches.Texts(await changes.NextAsync()));
    }

    [Theory]
    [InlineData("""{"devices":{"thermostats":{"t":{"humidity":4e1,"name":"Hall"}}},"structures":{"s":{"away":"home"}},"metadata":{"access_token":"c.ONE"}}""")]
    [InlineData("""{"devices":{"thermostats":{"t":{"humidity":40.0,"name":"H\u0061ll","label":null}}},"structures":{"s":{"away":"home"}},"metadata":{"access_token":"c.ONE"}}""")]
    [InlineData("""{"metadata":{"access_token":"c.ONE"},"structures":{"s":{"away":"home"}},"devices":{"thermostats":{"t":{"name":"Hall","humidity":40}}}}""")]
    [InlineData("""{"devices":{"thermostats":{"t":{"humidity":40,"name":"Hall"}},"cameras":null},"structures":{"s":{"away":"home"}},"metadata":{"access_token":"c.TWO"}}""")]
    [InlineData("""{"devices":{"thermostats":{"t":{"humidity":40,"name":"Hall"}}},"structures":{"s":{"away":"home"}},"metadata":{}}""")]
    [InlineData("""{"devices":{"thermostats":{"t":{"humidity":40,"name":"Hall"}}},"structures":{"s":{"away":"home"}}}""")]
    [InlineData(""" { "devices" : { "thermostats" : { "t" : { "humidity" : 40, "name" : "Hall" } } }, "structures" : { "s" : { "away" : "home" } } } """)]
    public async Task An_equivalent_document_publishes_nothing(string same)
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var (updates, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put(Root);
        Assert.True(connection.Put(same));
        connection.Put(same.Replace("Hall", "Porch", StringComparison.Ordinal).Replace("H\\u0061ll", "Porch", StringComparison.Ordinal));

        await changes.NextAsync();
        await updates.NextAsync();
        Assert.Contains("replace /devices/thermostats/t/name \"Hall\" \"Porch\"", Patches.Texts(await changes.NextAsync()));
        Assert.Equal("Porch", (await updates.NextAsync()).Devices.Thermostats["t"].Name);
        Assert.Equal(2, changes.Count);
        Assert.Equal(2, updates.Count);
    }

    [Theory]
    [InlineData("1e-40", "2e-40")]
    [InlineData("0.12345678901234567890123456789012345", "0.12345678901234567890123456789012346")]
    [InlineData("1e999999", "2e999999")]
    [InlineData("1e99999999999999999999", "2e99999999999999999999")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("true", "false")]
    [InlineData("null", "\"null\"")]
    [InlineData("[]", "{}")]
    [InlineData("\"a\"", "\"A\"")]
    [InlineData("\"\"", "\"\\u0000\"")]
    [InlineData("[1,2]", "[2,1]")]
    public async Task Every_different_model_is_published_as_a_change_with_differences(string old, string next)
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var (updates, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put($$"""{"new_member":{{old}}}""");
        connection.Put($$"""{"new_member":{{next}}}""");
        connection.Put("""{"devices":{"thermostats":{"t":{"unknown":VALUE}}}}""".Replace("VALUE", old, StringComparison.Ordinal));
        connection.Put("""{"devices":{"thermostats":{"t":{"unknown":VALUE}}}}""".Replace("VALUE", next, StringComparison.Ordinal));

        for (var i = 0; i < 4; i++)
        {
            await updates.NextAsync();
            var change = await changes.NextAsync();
            Assert.Equal(i > 0, change.Json.Count > 0);
        }

        Assert.Equal(4, updates.Count);
        Assert.Equal(4, changes.Count);
    }

    [Fact]
    public async Task An_event_with_two_members_of_one_name_is_skipped()
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        Assert.True(connection.Put("""{"a":1}"""));
        Assert.False(connection.Put("""{"a":2,"a":3}"""));
        Assert.True(connection.Put("""{"a":4}"""));

        await changes.NextAsync();
        Assert.Equal(["replace /a 1 4"], Patches.Texts(await changes.NextAsync()));
    }

    [Fact]
    public async Task An_unpaired_surrogate_costs_neither_the_stream_nor_the_other_changes()
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put("""{"a":1,"devices":{"thermostats":{"t":{"name":"\uD83D"}}},"\uD83D":1,"x":["\uDE00"],"metadata":{"\uD83D\uD83D\uD83D":1}}""");
        connection.Put("""{"a":2,"devices":{"thermostats":{"t":{"name":"\uD83E"}}},"\uD83D":2,"x":["\uDE01"]}""");
        connection.Put("""{"a":3}""");

        await changes.NextAsync();
        Assert.Contains("replace /a 1 2", Patches.Texts(await changes.NextAsync()));
        Assert.Contains("replace /a 2 3", Patches.Texts(await changes.NextAsync()));
        Assert.Equal(ConnectionStatus.Connected, rig.Stream.ConnectionState.Status);
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2,"metadata":{"access_token":"c.SECRET","user_id":"u"}}""", "add /metadata - {\"user_id\":\"u\"}")]
    [InlineData("""{"a":1,"metadata":{"access_token":"c.SECRET"}}""", """{"a":2}""", "remove /metadata {} -")]
    [InlineData("""{"a":1,"metadata":{"access_token":"c.SECRET"}}""", """{"a":2,"metadata":7}""", "replace /metadata {} 7")]
    public async Task The_token_is_omitted_from_the_changes_even_with_its_parents(string old, string next, string expected)
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put(old);
        connection.Put(next);

        await changes.NextAsync();
        Assert.Equivalent(new[] { expected, "replace /a 1 2" }, Patches.Texts(await changes.NextAsync()), strict: true);
    }

    [Theory]
    [InlineData("""{"a":1,"metadata":{"access_token":{"value":"c.ONE"}}}""", """{"a":2,"metadata":{"access_token":{"value":"c.TWO","next":1}}}""")]
    [InlineData("""{"a":1,"metadata":{"access_token":["c.ONE"]}}""", """{"a":2,"metadata":{"access_token":["c.TWO","c.THREE"]}}""")]
    [InlineData("""{"a":1,"metadata":{"Access_Token":"c.ONE"}}""", """{"a":2,"metadata":{"Access_Token":"c.TWO"}}""")]
    [InlineData("""{"a":1,"metadata":{"access\u005ftoken":"c.ONE"}}""", """{"a":2,"metadata":{}}""")]
    [InlineData("""{"a":1,"devices":{"thermostats":{"t":{}}}}""", """{"a":2,"devices":{"thermostats":{"t":{"ACCESS_TOKEN":"c.TWO"}}}}""")]
    public async Task A_token_at_another_position_or_in_another_spelling_is_omitted_too(string old, string next)
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put(old);
        connection.Put(next);

        await changes.NextAsync();
        Assert.Equal(["replace /a 1 2"], Patches.Texts(await changes.NextAsync()));
    }

    [Theory]
    [InlineData("""{"Access_Token":"c.ONE"}""", "{}")]
    [InlineData("""[{"b":{"access_token":{"c":[1]}, "d": 1}},2,{}]""", """[{"b":{"d":1}},2,{}]""")]
    [InlineData("""{"b":1,"\u0061ccess_token":1,"\ud83d\ude00":[],"c":null}""", """{"b":1,"\ud83d\ude00":[],"c":null}""")]
    [InlineData("""{"access_tokens":1,"x_access_token":2, "b":"access_token"}""", """{"access_tokens":1,"x_access_token":2,"b":"access_token"}""")]
    [InlineData("""{"device_id": 1}""", """{"device_id": 1}""")]
    [InlineData("[[],[ ]]", "[[],[ ]]")]
    public async Task The_token_is_omitted_at_any_depth_of_added_and_removed_values(string value, string expected)
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put("{}");
        connection.Put($$"""{"new":{{value}}}""");
        connection.Put("{}");

        await changes.NextAsync();
        Assert.Equal([$"add /new - {expected}"], Patches.Texts(await changes.NextAsync()));
        Assert.Equal([$"remove /new {expected} -"], Patches.Texts(await changes.NextAsync()));
    }

    [Fact]
    public async Task After_an_outage_one_change_contains_everything_missed_and_the_times_of_the_gap()
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();
        var lastByte = rig.Time.GetUtcNow();
        connection.SeeByte();
        connection.PutHumidity(40);
        var before = await changes.NextAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(70));
        connection.Fail(new NestConnectionException("silent") { Reason = DisconnectReason.IdleTimeout });

        // Failed attempts in between neither move the start of the gap nor publish anything.
        for (var i = 0; i < 3; i++)
        {
            await rig.Time.PassNextWaitAsync();
            var attempt = await rig.Provider.NextAttemptAsync();
            attempt.SeeByte();
            attempt.End();
        }

        await rig.Time.PassNextWaitAsync();
        var again = await rig.Provider.NextAttemptAsync();
        again.PutHumidity(50);
        var now = rig.Time.GetUtcNow();
        again.PutHumidity(55);

        var caughtUp = await changes.NextAsync();
        Assert.True(caughtUp.IsCaughtUp);
        Assert.Equal((lastByte, now), (caughtUp.GapStart, caughtUp.GapEnd));
        Assert.Same(before.Current, caughtUp.Previous);
        Assert.Equal(["replace /devices/thermostats/THERMOSTAT-ID/humidity 40 50"], Patches.Texts(caughtUp));
        var next = await changes.NextAsync();
        Assert.False(next.IsCaughtUp);
        Assert.Null(next.GapStart);
        Assert.Null(next.GapEnd);
        Assert.Equal(3, changes.Count);
    }

    [Fact]
    public async Task After_an_outage_without_a_difference_only_new_subscribers_get_the_current_home()
    {
        await using var rig = new StreamRig();
        var (updates, _) = rig.Subscribe();
        var had = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        await had.NextAsync();
        connection.End();
        await rig.StateAsync(ConnectionStatus.Reconnecting);
        var late = rig.SubscribeChanges();

        await rig.Time.PassNextWaitAsync();
        connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);

        var present = await late.NextAsync();
        Assert.Null(present.Previous);
        Assert.False(present.IsCaughtUp);
        connection.PutHumidity(45);
        Assert.False((await had.NextAsync()).IsCaughtUp);
        await late.NextAsync();
        Assert.Equal((2, 2), (had.Count, late.Count));
        await updates.NextWhereAsync(model => Homes.Humidity(model) == 45);
        Assert.Equal(2, updates.Count);
    }

    [Fact]
    public async Task A_new_subscriber_during_an_outage_gets_the_next_document_first()
    {
        await using var rig = new StreamRig();
        var (updates, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        await updates.NextAsync();
        connection.End();
        await rig.StateAsync(ConnectionStatus.Reconnecting);
        var late = rig.SubscribeChanges();

        await rig.Time.PassNextWaitAsync();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(50);

        var present = await late.NextAsync();
        Assert.Null(present.Previous);
        Assert.Empty(present.Json);
        Assert.False(present.IsCaughtUp);
        Assert.Null(present.GapStart);
    }

    [Fact]
    public async Task A_change_can_carry_a_copy_of_its_document()
    {
        await using var rig = new StreamRig(includeDocument: true);
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();
        var buffer = new byte[Root.Length];

        connection.Put(Encoding.UTF8.GetBytes(Root, buffer) is var length ? buffer.AsMemory(0, length) : default);
        buffer.AsSpan().Fill((byte)'x');
        connection.Put(Encoding.UTF8.GetBytes(Root.Replace("40", "45", StringComparison.Ordinal), buffer) is var again ? buffer.AsMemory(0, again) : default);
        buffer.AsSpan().Fill((byte)'x');
        var present = await changes.NextAsync();
        var change = await changes.NextAsync();

        Assert.Equal(Root, Encoding.UTF8.GetString(present.Document!.Value.Span));
        Assert.Equal(Root.Replace("40", "45", StringComparison.Ordinal), Encoding.UTF8.GetString(change.Document!.Value.Span));
        Assert.Equal(["replace /devices/thermostats/t/humidity 40 45"], Patches.Texts(change));
        Assert.Equal(45, change.Current.Devices.Thermostats["t"].Humidity);
    }

    [Fact]
    public async Task Two_thousand_puts_in_a_burst_are_two_thousand_changes_in_order()
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();

        for (var i = 0; i <= 2000; i++)
            connection.PutHumidity(i);

        var last = await changes.NextAsync();
        for (var i = 1; i <= 2000; i++)
        {
            var change = await changes.NextAsync();
            Assert.Equal([$"replace /devices/thermostats/THERMOSTAT-ID/humidity {i - 1} {i}"], Patches.Texts(change));
            Assert.Same(last.Current, change.Previous);
            last = change;
        }
    }

    [Fact]
    public async Task A_subscriber_in_the_middle_of_a_burst_misses_nothing_and_gets_every_difference()
    {
        await using var rig = new StreamRig(linger: TimeSpan.FromHours(1));
        var hold = rig.Stream.Hold();
        var connection = await rig.Provider.NextAttemptAsync();
        const int last = 20_000;
        var burst = Task.Run(() =>
        {
            for (var i = 0; i <= last; i++)
                connection.PutHumidity(i);
        });

        // One at a time, so that the details have to start with this subscriber.
        var rounds = 0;
        for (var seen = -1; seen < last; rounds++)
        {
            var follower = new Follower(howMany: 20, last);
            var subscription = rig.Stream.Changes.Subscribe(follower);
            seen = await follower.Done.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
            subscription.Dispose();
        }

        await burst;
        await hold.DisposeAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{rounds} subscribers joined in the middle.");
    }

    /// <summary>Checks that a few changes follow each other with details and without a gap.</summary>
    private sealed class Follower(int howMany, int last) : IObserver<DataModelChange>
    {
        private readonly TaskCompletionSource<int> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private DataModelChange? _before;
        private int _count;

        public Task<int> Done => _done.Task;

        public void OnNext(DataModelChange value)
        {
            var number = Homes.Humidity(value.Current)!.Value;
            if (!Follows(value, number))
                _done.TrySetException(new InvalidOperationException($"{number} came after {Homes.Humidity(_before?.Current ?? DataModel.Empty)}: {string.Join(", ", Patches.Texts(value))}"));
            _before = value;
            if (++_count == howMany || number == last)
                _done.TrySetResult(number);
        }

        public void OnError(Exception error) => _done.TrySetException(error);

        public void OnCompleted() => _done.TrySetCanceled();

        private bool Follows(DataModelChange value, int number) => _before is null
            ? value is { Previous: null, Json.Count: 0 }
            : ReferenceEquals(value.Previous, _before.Current) && Homes.Humidity(_before.Current) == number - 1 && value.Json is [{ Kind: JsonPatchKind.Replace }] && value.Json[0].Value!.Value.GetInt32() == number;
    }
}
