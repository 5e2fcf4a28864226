using System.Text;
using Nest.Sdk.Model;
using Nest.Sdk.Model.Wire;
using static Nest.Sdk.Tests.Model.Document;

namespace Nest.Sdk.Tests.Model;

/// <summary>Tests the tables for setting one leaf of a copied record by its wire name.</summary>
public sealed class WireTypeTests
{
    [Fact]
    public void One_leaf_of_a_copy_can_be_set_by_its_name()
    {
        var before = new Thermostat { Name = "Hall", AmbientTemperature = Temperature.FromReading(20, 68) };
        var after = before with { };

        Set(after, "ambient_temperature_f"u8, "70");
        Set(after, "humidity"u8, "45");

        Assert.Equal(before with { AmbientTemperature = Temperature.FromReading(20, 70), Humidity = 45 }, after);
        Assert.Null(before.Humidity);
    }

    [Fact]
    public void One_leaf_of_a_copy_can_be_made_absent()
    {
        var after = new Thermostat { Name = "Hall", HvacMode = HvacMode.Heat } with { };

        ThermostatWire.Type.Find("hvac_mode"u8)!.Clear(after);

        Assert.Equal(new() { Name = "Hall" }, after);
    }

    [Fact]
    public void Repeated_ids_are_one_string()
    {
        var model = DataModelReader.Read(FullHome).Model;

        Assert.Same(model.Devices.Thermostats["thermostat-hall-0001"].StructureId, model.Devices.Cameras["camera-porch-0001"].StructureId);
    }

    private static void Set(Thermostat thermostat, ReadOnlySpan<byte> name, string json)
    {
        var reader = new WireReader(Encoding.UTF8.GetBytes(json));
        reader.Json.Read();
        Assert.True(ThermostatWire.Type.Find(name)!.TryRead(ref reader, thermostat));
    }
}
