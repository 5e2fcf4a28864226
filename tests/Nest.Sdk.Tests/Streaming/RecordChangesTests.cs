using CsCheck;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;
using Nest.Sdk.Tests.Diffing.Laws;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>The typed differences of a change.</summary>
public class RecordChangesTests
{
    private static readonly Gen<EquatableMap<Thermostat>> Maps =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2]).Array[0, 8].Select(static pairs => EquatableMap.Create([.. pairs.Select(static pair => KeyValuePair.Create($"{pair.Item1}", new Thermostat { Humidity = pair.Item2 }))]));

    [Fact]
    public void Added_changed_and_removed_records_are_listed_by_id()
    {
        var same = new Thermostat { Humidity = 1 };
        var change = Change(
            new Devices { Thermostats = [new("a", same), new("b", new Thermostat { Humidity = 2 }), new("d", new Thermostat { Humidity = 4 })] },
            new Devices { Thermostats = [new("a", same), new("b", new Thermostat { Humidity = 20 }), new("c", new Thermostat { Humidity = 3 })] });

        Assert.Equal(["b Changed 2 20", "c Added  3", "d Removed 4 "], change.Thermostats.Select(each => $"{each.Id} {each.Kind} {each.Before?.Humidity} {each.After?.Humidity}"));
        Assert.Empty(change.Cameras);
        Assert.Same(change.Thermostats, change.Thermostats);
    }

    [Fact]
    public void There_is_a_list_for_every_kind()
    {
        var change = new DataModelChange
        {
            Previous = DataModel.Empty,
            Current = new DataModel
            {
                Devices = new Devices { Thermostats = [new("t", new Thermostat())], SmokeCoAlarms = [new("p", new SmokeCoAlarm())], Cameras = [new("c", new Camera())] },
                Structures = [new("s", new Structure())],
            },
        };

        Assert.Equal(new RecordChange<Thermostat> { Id = "t", After = new Thermostat() }, Assert.Single(change.Thermostats));
        Assert.Equal(new RecordChange<SmokeCoAlarm> { Id = "p", After = new SmokeCoAlarm() }, Assert.Single(change.SmokeCoAlarms));
        Assert.Equal(new RecordChange<Camera> { Id = "c", After = new Camera() }, Assert.Single(change.Cameras));
        Assert.Equal(new RecordChange<Structure> { Id = "s", After = new Structure() }, Assert.Single(change.Structures));
    }

    [Fact]
    public void The_first_value_of_a_subscription_has_no_differences()
    {
        var change = new DataModelChange { Current = new DataModel { Devices = new Devices { Thermostats = [new("t", new Thermostat())] } } };

        Assert.Empty(change.Thermostats);
        Assert.Empty(change.SmokeCoAlarms);
        Assert.Empty(change.Cameras);
        Assert.Empty(change.Structures);
    }

    [Fact]
    public void Equal_records_in_different_objects_are_not_a_difference() =>
        Assert.Empty(Change(new Devices { Thermostats = [new("a", new Thermostat { Humidity = 1 })] }, new Devices { Thermostats = [new("a", new Thermostat { Humidity = 1 })] }).Thermostats);

    [Fact]
    public void The_differences_turn_one_map_into_the_other() => Gen.Select(Maps, Maps).Holds(500, static pair =>
    {
        var (before, after) = pair;
        var changes = RecordChanges.Of(before, after);

        Assert.Equal(changes.Select(each => each.Id).Order(StringComparer.Ordinal), changes.Select(each => each.Id));
        Assert.Equal(changes.Count, changes.Select(each => each.Id).Distinct().Count());
        foreach (var change in changes)
        {
            Assert.Equal(before.GetValueOrDefault(change.Id), change.Before);
            Assert.NotEqual(change.Before, change.After);
            before = change.After is { } value ? before.SetItem(change.Id, value) : before.Remove(change.Id);
        }

        Assert.Equal(after, before);
    }, static pair => $"{string.Join(' ', pair.Item1)} -> {string.Join(' ', pair.Item2)}");

    [Fact]
    public void Maps_that_are_the_same_object_are_not_compared()
    {
        var devices = new Devices { Thermostats = [new("a", new Thermostat())] };
        RecordChanges.Of(devices.Thermostats, devices.Thermostats);
        var start = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            Assert.Same(Array.Empty<RecordChange<Thermostat>>(), RecordChanges.Of(devices.Thermostats, devices.Thermostats));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - start);
    }

    [Fact]
    public void Many_threads_get_the_same_list()
    {
        for (var i = 0; i < 200; i++)
        {
            var change = Change(Devices.Empty, new Devices { Thermostats = [new("a", new Thermostat())] });
            var lists = new IReadOnlyList<RecordChange<Thermostat>>[8];

            Parallel.For(0, lists.Length, thread => lists[thread] = change.Thermostats);

            Assert.Single(lists.Distinct(ReferenceEqualityComparer.Instance));
        }
    }

    [Fact]
    public async Task A_live_change_names_the_changed_device()
    {
        await using var rig = new StreamRig();
        var changes = rig.SubscribeChanges();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        connection.PutHumidity(41);

        Assert.Empty((await changes.NextAsync()).Thermostats);
        var change = Assert.Single((await changes.NextAsync()).Thermostats);
        Assert.Equal((Homes.ThermostatId, RecordChangeKind.Changed, 40, 41), (change.Id, change.Kind, change.Before?.Humidity, change.After?.Humidity));
    }

    [Fact]
    public async Task Changes_can_be_read_as_a_sequence_with_their_differences()
    {
        await using var rig = new StreamRig();
        await using var sequence = rig.Stream.ReadAsync(rig.Stream.Changes, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = sequence.MoveNextAsync();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        Assert.True(await first);
        Assert.Null(sequence.Current.Previous);

        connection.PutHumidity(41);

        Assert.True(await sequence.MoveNextAsync());
        Assert.Single(sequence.Current.Json);
        Assert.Single(sequence.Current.Thermostats);
    }

    private static DataModelChange Change(Devices before, Devices after) => new() { Previous = new DataModel { Devices = before }, Current = new DataModel { Devices = after } };
}
