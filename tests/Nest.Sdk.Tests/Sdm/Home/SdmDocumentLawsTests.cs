using System.Globalization;
using CsCheck;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Home;

/// <summary>Tests that hold for every home.</summary>
public sealed class SdmDocumentLawsTests
{
    private static readonly Gen<string> Mode = Gen.OneOf("HEAT", "COOL", "HEATCOOL", "OFF", "DRY");

    private static readonly Gen<string> Degrees = Gen.OneOf(Gen.Double[-20, 40].Select(degrees => degrees.ToString("R", CultureInfo.InvariantCulture)), Gen.Int[-20, 40].Select(degrees => degrees.ToString(CultureInfo.InvariantCulture)), Gen.Const("21.0"));

    private static readonly Gen<string> Name = Gen.OneOf("", " ", "Hall", "hall", "Hall Camera", "Hall Thermostat", "Porch", "Café", "Porch (aaaa)", "🔥");

    private static readonly Gen<string> ThermostatTraits =
        from name in Name
        from mode in Mode
        from modes in Mode.Array[0, 4]
        from eco in Gen.OneOf("OFF", "MANUAL_ECO")
        from degrees in Degrees.Array[5]
        from humidity in Gen.Int[0, 100]
        from fan in Gen.OneOf("{}", """{"timerMode":"OFF"}""", """{"timerMode":"ON","timerTimeout":"2026-11-30T10:15:00.25Z"}""")
        select $$$"""
            {"Info":{"customName":"{{{name}}}"},"ThermostatMode":{"mode":"{{{mode}}}","availableModes":[{{{string.Join(',', modes.Select(one => $"\"{one}\""))}}}]},
            "ThermostatEco":{"mode":"{{{eco}}}","heatCelsius":{{{degrees[0]}}},"coolCelsius":{{{degrees[1]}}}},"Temperature":{"ambientTemperatureCelsius":{{{degrees[2]}}}},
            "ThermostatTemperatureSetpoint":{"heatCelsius":{{{degrees[3]}}},"coolCelsius":{{{degrees[4]}}}},"Humidity":{"ambientHumidityPercent":{{{humidity}}}},"Fan":{{{fan}}}}
            """;

    private static readonly Gen<string> CameraTraits =
        from name in Name
        from traits in Gen.OneOf("CameraEventImage", "CameraClipPreview", "CameraSound", "DoorbellChime", "CameraTomorrow").Array[1, 4]
        from protocols in Gen.OneOf("RTSP", "WEB_RTC", "SRT").Array[0, 3]
        select $$$"""
            {"Info":{"customName":"{{{name}}}"},"CameraLiveStream":{"supportedProtocols":[{{{string.Join(',', protocols.Select(one => $"\"{one}\""))}}}]}{{{string.Concat(traits.Distinct().Select(trait => $",\"{trait}\":{{}}"))}}}}
            """;

    private static readonly Gen<SdmDevice> Device =
        from traits in Gen.OneOf(ThermostatTraits, CameraTraits, Gen.Const("{}"))
        from type in Gen.OneOf<string?>(null, "sdm.devices.types.THERMOSTAT", "sdm.devices.types.CAMERA", "sdm.devices.types.DISPLAY", "sdm.devices.types.TOASTER")
        from parent in Gen.OneOf<(string?, string?)>((SdmSample.Hall, "Hall"), (SdmSample.Hall, null), (SdmSample.Lake, "Lake"), (SdmSample.Project + "/structures/lodge/rooms/hall", "Hall"), (null, "Shed"), (null, null))
        from id in Gen.String[Gen.Char["abAB-"], 4, 8]
        select SdmSample.Device(id, traits, type, parent);

    private static readonly Gen<SdmSnapshot> Homes =
        from devices in Device.Array[0, 8]
        from listed in Gen.Bool
        select SdmSample.Home([.. devices.DistinctBy(device => device.Name, StringComparer.Ordinal)]) is var home && listed ? home : home with { Structures = [], Rooms = [] };

    [Fact]
    public void Any_order_of_devices_gives_the_same_bytes() => Homes.Select(Gen.Int).Sample(
        (home, seed) =>
        {
            var document = SdmDocument.Write(home);

            Assert.Equal(document, SdmDocument.Write(home));
            Assert.Equal(document, SdmDocument.Write(home with { Devices = Shuffled(home.Devices, seed), Structures = Shuffled(home.Structures, seed), Rooms = Shuffled(home.Rooms, seed) }));
        },
        iter: 200);

    [Fact]
    public void The_model_reads_every_document_without_issues() => Homes.Sample(
        home =>
        {
            var model = SdmSample.Model(home);

            Assert.All(model.Devices.Thermostats.Values, thermostat => Assert.Empty(thermostat.ExtensionData));
            Assert.All(model.Devices.Cameras.Values, camera => Assert.Empty(camera.ExtensionData));
            Assert.Equal(model.Devices.Thermostats.Values.Count(thermostat => thermostat.StructureId is not null), model.Structures.Values.Sum(structure => structure.Thermostats.Count));
            Assert.Equal(home.Devices.Count(device => SdmKinds.Of(device) != SdmKind.Other), model.Devices.Thermostats.Count + model.Devices.Cameras.Count);
        },
        iter: 200);

    [Fact]
    public void No_two_devices_of_a_home_have_one_name() => Homes.Sample(
        home =>
        {
            var model = SdmSample.Model(home);
            (string? Home, string? Name)[] names =
            [
                .. model.Devices.Thermostats.Values.Select(device => (device.StructureId, device.Name)),
                .. model.Devices.Cameras.Values.Select(device => (device.StructureId, device.Name)),
            ];

            Assert.Equal(names.Length, names.Distinct().Count());
            Assert.All(names, name => Assert.False(string.IsNullOrWhiteSpace(name.Name)));
        },
        iter: 500);

    private static T[] Shuffled<T>(IReadOnlyList<T> items, int seed)
    {
        T[] copy = [.. items];
        new Random(seed).Shuffle(copy);
        return copy;
    }
}
