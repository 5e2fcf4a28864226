using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>
/// Two connections with concurrent documents, as during a token change, keep events in the order of the models.
/// </summary>
public class EventOrderTests
{
    [Fact]
    public async Task Events_arrive_in_the_order_of_the_models_from_any_connection()
    {
        const int most = 2_000;
        var rig = new GateRig(static (before, after) => [new NestEvent { DeviceId = $"{Homes.Humidity(after)}" }], hubCapacity: int.MaxValue);
        var events = new ObserverRecorder<NestEvent>(Patience.Limit);
        var changes = new ObserverRecorder<DataModelChange>(Patience.Limit);
        using var first = rig.Hubs.Events.Add(events, () => { });
        using var second = rig.Gate.AddChangeObserver(changes, () => { });
        rig.Take(Homes.WithHumidity(-1), number: 1);
        var number = 1;

        // Two threads alternate. Each document can come from a newer connection than the previous one.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < most / 2; i++)
            {
                rig.Take(Homes.WithHumidity((2 * i) + thread), number: i % 10 == 0 ? Interlocked.Increment(ref number) : Volatile.Read(ref number));
                rig.Gate.Raise(Volatile.Read(ref number), new NestEvent());
            }
        })));

        var published = rig.Gate.Latest()!.ModelVersion;
        await changes.NextWhereAsync(change => change.ModelVersion == published);
        await events.NextWhereAsync(what => what.ModelVersion == published && what.DeviceId.Length > 0);
        Assert.Equal(events.Values.Select(what => what.ModelVersion).Order(), events.Values.Select(what => what.ModelVersion));
        Assert.Equal(
            changes.Values.Skip(1).Select(change => (change.ModelVersion, $"{Homes.Humidity(change.Current)}")),
            events.Values.Where(what => what.DeviceId.Length > 0).Select(what => (what.ModelVersion, what.DeviceId)));
    }
}
