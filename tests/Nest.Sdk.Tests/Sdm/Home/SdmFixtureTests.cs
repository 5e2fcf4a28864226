using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Tests.Sdm.Home;

/// <summary>
/// Tests payloads of the public reference, when they are next to the repository. They are not part of it.
/// </summary>
public sealed class SdmFixtureTests
{
    [ReferenceFact]
    public void Every_device_of_the_reference_is_read_into_the_model_without_loss()
    {
        var count = 0;
        foreach (var (file, json) in Fixtures("device"))
        {
            using var document = JsonDocument.Parse(json);
            var isList = document.RootElement.TryGetProperty("devices", out var list);
            IReadOnlyList<SdmDevice> devices = isList || document.RootElement.EnumerateObject().All(member => member.Name is "devices") ? SdmResources.Devices(json) : [SdmResources.Device(json)];
            Assert.Equal(isList ? list.GetArrayLength() : document.RootElement.EnumerateObject().Any() ? 1 : 0, devices.Count);

            var home = new SdmSnapshot(devices, [], [], null);
            var model = SdmSample.Model(home);
            var written = System.Text.Encoding.UTF8.GetString(SdmDocument.Write(home));

            Assert.True(devices.Count == model.Devices.Thermostats.Count + model.Devices.Cameras.Count, file);
            foreach (var device in devices)
                Check(file, device, model, written);
            count += devices.Count;
        }

        Assert.True(count >= 20, $"Only {count} devices were found.");
    }

    [ReferenceFact]
    public void Every_structure_and_room_of_the_reference_is_read()
    {
        var structures = Fixtures("structures-list").SelectMany(fixture => SdmResources.Structures(fixture.Json)).ToList();
        var rooms = Fixtures("rooms-list").SelectMany(fixture => SdmResources.Rooms(fixture.Json)).ToList();
        var singles = Fixtures("structure-get").Concat(Fixtures("room-get")).Select(fixture => SdmResources.Device(fixture.Json).Name);

        var model = SdmSample.Model(new([], structures, rooms, null));

        Assert.True(structures.Count >= 5);
        Assert.Equal(structures.Select(structure => SdmName.IdOf(structure.Name)).Order(StringComparer.Ordinal), model.Structures.Keys);
        Assert.Equal("Hotel Room 101", model.Structures["structure-id"].Name);
        Assert.Equal("Master Bedroom", model.Structures["structure-id"].Rooms["room-id"].Name);
        Assert.All(singles, name => Assert.True(SdmName.IsRoom(name) || SdmName.IsStructure(name)));
    }

    [ReferenceFact]
    public void Two_cameras_of_a_room_have_names_of_their_own()
    {
        var devices = SdmResources.Devices(Fixtures("devices-list-four-legacy").Single().Json);

        Assert.Equal(["Gate", "Street", "Van", "Yard"], Names(devices));
        // Without their custom names they are called after their rooms.
        var rooms = Names([.. devices.Select(device => device with { Traits = device.Traits.Where(trait => trait.Key != SdmTraits.Info).ToDictionary() })]);
        Assert.Equal(["Back yard", "Carport Camera (", "Carport Camera (", "Front entry"], rooms.Select(name => name[..Math.Min(name.Length, 16)]));
        Assert.Equal(4, rooms.Distinct(StringComparer.Ordinal).Count());

        static IEnumerable<string> Names(IReadOnlyList<SdmDevice> devices) => SdmSample.Model(new(devices, [], [], null)).Devices.Cameras.Values.Select(camera => camera.Name!).Order(StringComparer.Ordinal).ToArray();
    }

    [ReferenceFact]
    public void A_European_thermostat_has_no_fan_and_one_side_of_eco()
    {
        var model = SdmSample.Model(new([SdmResources.Device(Fixtures("device-thermostat-eu").Single().Json)], [], [], null));
        var thermostat = Assert.Single(model.Devices.Thermostats).Value;

        Assert.Equal((false, null, true, false), (thermostat.HasFan, thermostat.FanTimerActive, thermostat.CanHeat, thermostat.CanCool));
        Assert.Equal((18.18419m, null), (thermostat.EcoTemperatureLow?.Celsius, thermostat.EcoTemperatureHigh));
        Assert.Equal(18.2243m, thermostat.TargetTemperature?.Celsius);
        Assert.Equal("Hall", thermostat.Name);
    }

    [ReferenceFact]
    public void A_parent_that_is_a_structure_gives_no_room()
    {
        var model = SdmSample.Model(new(SdmResources.Devices(Fixtures("devices-list-thermostat-heatcool-parent").Single().Json), [], [], null));
        var thermostat = Assert.Single(model.Devices.Thermostats).Value;

        Assert.Equal((null, null, "Living Room"), (thermostat.RoomId, thermostat.RoomName, thermostat.Name));
        Assert.Equal(thermostat.StructureId, Assert.Single(model.Structures).Key);
        Assert.Equal((19.152817m, 23.333328m), (thermostat.TargetTemperatureLow?.Celsius, thermostat.TargetTemperatureHigh?.Celsius));
        Assert.Equal(Temperature.FromFahrenheit(66), thermostat.ToDisplay(thermostat.AmbientTemperature));
    }

    /// <summary>Numbers as they are spelled, traits as flags, and the place.</summary>
    private static void Check(string file, SdmDevice device, DataModel model, string written)
    {
        foreach (var number in (JsonElement[])[Field(SdmTraits.Temperature, "ambientTemperatureCelsius"u8), Field(SdmTraits.Humidity, "ambientHumidityPercent"u8)])
            Assert.True(number.ValueKind == JsonValueKind.Undefined || written.Contains($":{number.GetRawText()},", StringComparison.Ordinal), file);
        var id = SdmName.IdOf(device.Name);
        if (model.Devices.Thermostats.TryGetValue(id, out var thermostat))
        {
            Assert.Equal(device.Traits.ContainsKey(SdmTraits.ThermostatMode), thermostat.CanHeat is not null);
            Assert.Equal(device.Parents.Count > 0, thermostat.StructureId is not null);
            Assert.EndsWith("THERMOSTAT", device.Type, StringComparison.Ordinal);
            return;
        }

        var camera = model.Devices.Cameras[id];
        Assert.EndsWith(camera.Kind.ToString(), device.Type, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(device.Traits.ContainsKey(SdmTraits.CameraLiveStream), !camera.StreamProtocols.IsEmpty);
        Assert.Equal(device.Traits.ContainsKey(SdmTraits.DoorbellChime), camera.Rings is true);
        Assert.Equal(device.Parents.Count > 0, camera.StructureId is not null);

        JsonElement Field(string trait, ReadOnlySpan<byte> member) => device.Traits.TryGetValue(trait, out var value) ? SdmJson.Member(value, member) : default;
    }

    private static IEnumerable<(string File, byte[] Json)> Fixtures(string start) => ReferenceFixtures.Files(".json", "sdm-fixtures")
        .Where(file => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal)).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));
}
