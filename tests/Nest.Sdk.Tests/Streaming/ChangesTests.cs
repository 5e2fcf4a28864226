using System.Text;
using Nest.Sdk.Diffing;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>Exactly what changed, and when it was missed.</summary>
public class ChangesTests
{
    [Fact]
    public async Task The_first_value_is_the_present_and_then_come_the_differences()
    {
        await using var rig = new StreamRig();
        var changes = Subscribe(rig);
        var connection = await rig.Provider.NextAttemptAsync();

        connection.Put("""{"devices":{"thermostats":{"a":{"humidity":40,"label":"x"}}},"structures":{"s":{"thermostats":["a"]}}}""");
        connection.Put("""{"devices":{"thermostats":{"a":{"humidity":45,"hvac_mode":"heat"}}},"structures":{"s":{"thermostats":["a","b"]}}}""");

        var first = await changes.NextAsync();
        Assert.Null(first.Previous);
        Assert.Empty(first.Changes);
        var second = await changes.NextAsync();
        Assert.Same(first.Current, second.Previous);
        Assert.Equal(
            [
                "replace /devices/thermostats/a/humidity 40 -> 45",
                "remove /devices/thermostats/a/label x -> ",
                "add /devices/thermostats/a/hvac_mode  -> heat",
                "add /structures/s/thermostats/1  -> b",
            ],
            second.Changes.Select(Text));
        Assert.False(second.IsCaughtUp);
    }

    [Fact]
    public async Task Updates_and_changes_always_agree()
    {
        await using var rig = new StreamRig();
        var changes = Subscribe(rig);
        var (updates, _) = rig.Subscribe();
        var connection = await rig.Provider.NextAttemptAsync();

        // Documents in pairs: the second of a pair says nothing new.
        string[] documents =
        [
            """{"metadata":{"access_token":"c.ONE"},"devices":{"thermostats":{"a":{"humidity":40,"odd":[1,2]}}}}""",
            """{"devices":{"thermostats":{"a":{"odd":[1.0,2e0],"humidity":40,"label":null}}},"metadata":{"access_token":"c.TWO"}}""",
            """{"devices":{"thermostats":{"a":{"humidity":40,"odd":[1,3]}}},"odd branch":{}}""",
            """{"odd branch":{ },"devices":{"thermostats":{"a":{"humidity":40.0,"odd":[1,3]}}}}""",
            """{"devices":{"thermostats":{"a":{"humidity":"moist","odd":[1,3]}}},"odd branch":{}}""",
            """{"devices":{"thermostats":{"a":{"humidity":"m\u006fist","odd":[1,3]}}},"odd branch":{}}""",
        ];
        foreach (var document in documents)
            connection.Put(document);
        connection.PutHumidity(99);

        for (var i = 0; i < 4; i++)
            Assert.Same(await updates.NextAsync(), (await changes.NextAsync()).Current);
        Assert.Equal((4, 4), (updates.Count, changes.Count));
    }

    [Fact]
    public async Task A_new_token_in_the_document_is_no_change_and_no_part_of_one()
    {
        await using var rig = new StreamRig();
        var changes = Subscribe(rig);
        var connection = await rig.Provider.NextAttemptAsync();
        connection.Put("""{"metadata":{"access_token":"c.ONE","client_version":1}}""");
        connection.Put("""{"metadata":{"access_token":"c.TWO","client_version":1}}""");
        connection.Put("""{"metadata":{"access_token":"c.TWO","client_version":2}}""");

        await changes.NextAsync();

        Assert.Equal(["replace /metadata/client_version 1 -> 2"], (await changes.NextAsync()).Changes.Select(Text));
    }

    [Fact]
    public async Task What_was_missed_comes_as_one_change_with_the_times_of_the_gap()
    {
        await using var rig = new StreamRig();
        var changes = Subscribe(rig);
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.Alive();
        var lastByte = rig.Time.GetUtcNow();
        await changes.NextAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        connection.Fail(new NestConnectionException());

        await rig.Time.PassNextWaitAsync();
        connection = await rig.Provider.NextAttemptAsync();
        var back = rig.Time.GetUtcNow();
        connection.PutHumidity(50);
        connection.PutHumidity(55);

        var missed = await changes.NextAsync();
        Assert.True(missed.IsCaughtUp);
        Assert.Equal((lastByte, back), (missed.GapStart, missed.GapEnd));
        Assert.Equal(["replace /devices/thermostats/THERMOSTAT-ID/humidity 40 -> 50"], missed.Changes.Select(Text));
        var after = await changes.NextAsync();
        Assert.False(after.IsCaughtUp);
        Assert.Null(after.GapStart);
    }

    [Fact]
    public async Task If_nothing_was_missed_nothing_comes_and_the_next_change_is_not_caught_up()
    {
        await using var rig = new StreamRig();
        var changes = Subscribe(rig);
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        await changes.NextAsync();
        connection.End();
        await rig.Time.PassNextWaitAsync();
        connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.PutHumidity(45);

        var next = await changes.NextAsync();

        Assert.False(next.IsCaughtUp);
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public async Task A_change_carries_its_document_on_request_as_a_copy_of_its_own()
    {
        await using var rig = new StreamRig(includeDocument: true);
        var changes = Subscribe(rig);
        var connection = await rig.Provider.NextAttemptAsync();
        var buffer = Encoding.UTF8.GetBytes(Homes.WithHumidity(40));
        connection.Put(buffer);
        Array.Fill(buffer, (byte)'x');
        connection.PutHumidity(45);

        Assert.Equal(Homes.WithHumidity(40), Encoding.UTF8.GetString((await changes.NextAsync()).Document!.Value.Span));
        Assert.Equal(Homes.WithHumidity(45), Encoding.UTF8.GetString((await changes.NextAsync()).Document!.Value.Span));
    }

    [Fact]
    public async Task Without_a_request_there_is_no_document()
    {
        await using var rig = new StreamRig();
        var changes = Subscribe(rig);
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);

        Assert.Null((await changes.NextAsync()).Document);
    }

    [Fact]
    public async Task A_burst_arrives_as_as_many_changes_in_order()
    {
        await using var rig = new StreamRig();
        var changes = Subscribe(rig);
        var connection = await rig.Provider.NextAttemptAsync();

        for (var i = 0; i < 2000; i++)
            connection.PutHumidity(i);

        await changes.NextAsync();
        for (var i = 1; i < 2000; i++)
            Assert.Equal($"replace /devices/thermostats/THERMOSTAT-ID/humidity {i - 1} -> {i}", Text(Assert.Single((await changes.NextAsync()).Changes)));
    }

    [Fact]
    public async Task Who_comes_in_the_middle_of_a_burst_gets_every_change_after_the_first_value_with_its_details()
    {
        for (var round = 0; round < 200; round++)
        {
            await using var rig = new StreamRig();
            await using var hold = rig.Stream.Hold();
            var connection = await rig.Provider.NextAttemptAsync();
            connection.PutHumidity(0);
            var burst = Task.Run(() =>
            {
                for (var i = 1; i <= 50; i++)
                    connection.PutHumidity(i);
            });

            var changes = Subscribe(rig);
            await burst;
            var last = Homes.Humidity((await changes.NextAsync()).Current);
            while (last != 50)
            {
                var change = await changes.NextAsync();
                Assert.Equal($"replace /devices/thermostats/THERMOSTAT-ID/humidity {last} -> {last + 1}", Text(Assert.Single(change.Changes)));
                last++;
            }
        }
    }

    [Fact]
    public async Task What_a_subscriber_keeps_stays_as_it_was()
    {
        await using var rig = new StreamRig(capacity: 20_000);
        var changes = Subscribe(rig);
        var random = new Random(7);
        var document = RandomHome.Create(random);
        var documents = new List<string> { document.ToJsonString() };
        var connection = await rig.Provider.NextAttemptAsync();
        connection.Put(documents[0]);
        var kept = new List<(DataModelChange Change, string Copy)> { Copied(await changes.NextAsync()) };
        for (var i = 1; i < 10_000; i++)
        {
            RandomHome.Change(document, random);
            documents.Add(document.ToJsonString());
            if (random.Next(500) == 0)
            {
                connection.End();
                await rig.Time.PassNextWaitAsync();
                connection = await rig.Provider.NextAttemptAsync();
            }

            connection.Put(documents[^1]);
            kept.Add(Copied(await changes.NextAsync()));
        }

        // As they were on arrival, and together they lead from the first document to the last.
        Assert.All(kept, entry => Assert.Equal(entry.Copy, Copied(entry.Change).Copy));
        var replayed = System.Text.Json.Nodes.JsonNode.Parse(documents[0])!;
        foreach (var (change, _) in kept)
            replayed = PatchReplay.Apply(replayed, change.Changes);
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(replayed, document), "The changes do not lead to the last document.");
        Assert.Equal(10_000, changes.Count);
    }

    private static (DataModelChange Change, string Copy) Copied(DataModelChange change) => (change, string.Join(
        '\n',
        change.Changes.Select(Text)
            .Append(System.Text.Json.JsonSerializer.Serialize(change.Current, Nest.Sdk.Model.NestJsonContext.Default.DataModel))
            .Append($"{change.IsCaughtUp} {change.GapStart:O} {change.GapEnd:O}")));

    private static ObserverRecorder<DataModelChange> Subscribe(StreamRig rig)
    {
        var recorder = new ObserverRecorder<DataModelChange>();
        rig.Stream.Changes.Subscribe(recorder);
        return recorder;
    }

    private static string Text(JsonPatchOperation change) => $"{change} {change.OldValue} -> {change.Value}";
}
