using System.Reactive.Subjects;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Client;

public sealed class NestObservableExtensionsTests : IDisposable
{
    private readonly Subject<DataModel> _updates = new();

    [Fact]
    public void One_device_comes_when_it_changes_and_never_as_null()
    {
        var seen = new List<int?>();
        _updates.Thermostat("a").Subscribe(thermostat => seen.Add(thermostat.Humidity));

        Push(("b", 1));
        Push(("a", 40), ("b", 1));
        Push(("a", 40), ("b", 2));
        Push(("a", 45), ("b", 2));
        Push();
        Push(("a", 45));

        Assert.Equal([40, 45], seen);
    }

    [Fact]
    public void A_selected_value_is_published_when_it_changes()
    {
        var seen = new List<int?>();
        _updates.Thermostat("a").WhenChanged(thermostat => thermostat.Humidity).Subscribe(seen.Add);

        Push(("a", 40));
        _updates.OnNext(Home(("a", 40)) with { Metadata = new NestMetadata { ClientVersion = 2 } });
        Push(("a", null));
        Push(("a", 40));

        Assert.Equal([40, null, 40], seen);
    }

    [Fact]
    public void A_null_record_is_skipped()
    {
        using var records = new Subject<Thermostat?>();
        var seen = new List<string?>();
        records.WhenChanged(thermostat => thermostat.Name).Subscribe(seen.Add);

        records.OnNext(null);
        records.OnNext(new Thermostat { Name = "Hall" });
        records.OnNext(null);
        records.OnNext(new Thermostat { Name = "Hall" });

        Assert.Equal(["Hall"], seen);
    }

    [Fact]
    public void Every_kind_can_be_selected()
    {
        var seen = new List<object>();
        _updates.Structure("s").Subscribe(seen.Add);
        _updates.Camera("c").Subscribe(seen.Add);
        _updates.SmokeCoAlarm("p").Subscribe(seen.Add);
        var home = new DataModel
        {
            Structures = EquatableMap.Create(KeyValuePair.Create("s", new Structure())),
            Devices = new Devices { Cameras = EquatableMap.Create(KeyValuePair.Create("c", new Camera())), SmokeCoAlarms = EquatableMap.Create(KeyValuePair.Create("p", new SmokeCoAlarm())) },
        };

        _updates.OnNext(home);
        _updates.OnNext(home with { });

        Assert.Equal([home.Structures["s"], home.Devices.Cameras["c"], home.Devices.SmokeCoAlarms["p"]], seen);
    }

    public void Dispose() => _updates.Dispose();

    private static DataModel Home(params (string Id, int? Humidity)[] thermostats) => new()
    {
        Devices = new Devices { Thermostats = thermostats.Select(t => KeyValuePair.Create(t.Id, new Thermostat { Humidity = t.Humidity })).ToEquatableMap() },
    };

    private void Push(params (string Id, int? Humidity)[] thermostats) => _updates.OnNext(Home(thermostats));
}
