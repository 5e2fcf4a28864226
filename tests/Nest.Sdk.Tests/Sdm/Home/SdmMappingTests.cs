using System.Text.Json;
using Nest.Sdk.Model.Wire;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Home;

/// <summary>
/// Each reading row of the mapping from Works with Nest: the field, what Google reports, and what the document says. See
/// docs/protocol/smart-device-management.md#mapping-from-works-with-nest.
/// </summary>
public sealed partial class SdmMappingTests
{
    [Theory]
    [MemberData(nameof(Thermostats))]
    public void A_field_of_a_thermostat(string field, string traits, string? expected) => Check("thermostats", field, SdmSample.Device("t1", traits), expected);

    [Theory]
    [MemberData(nameof(ImpossibleOfThermostats))]
    public void A_field_of_a_thermostat_that_Google_does_not_have_is_absent(string field) => Check("thermostats", field, SdmSample.Device("t1", SdmSample.Thermostat), null);

    [Theory]
    [MemberData(nameof(Cameras))]
    public void A_field_of_a_camera(string field, string? type, string traits, string? expected) => Check("cameras", field, SdmSample.Device("t1", traits, type), expected);

    [Theory]
    [MemberData(nameof(ImpossibleOfCameras))]
    public void A_field_of_a_camera_that_Google_does_not_have_is_absent(string field) => Check("cameras", field, SdmSample.Device("t1", SdmSample.Camera), null);

    [Fact]
    public void A_device_has_its_id_place_and_name()
    {
        var home = SdmSample.Home(SdmSample.Device("t1", SdmSample.Thermostat, null, (SdmSample.Hall, "Entrance")));

        var json = SdmSample.Document(home).GetProperty("devices").GetProperty("thermostats").GetProperty("t1").GetRawText();

        Assert.StartsWith("""{"device_id":"t1","structure_id":"lake","where_id":"hall","where_name":"Entrance","name":"Upstairs","is_online":true,""", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("structure_id", "\"lake\"")]
    [InlineData("name", "\"Lake house\"")]
    [InlineData("thermostats", "[\"t1\",\"t2\"]")]
    [InlineData("cameras", "[\"c1\"]")]
    [InlineData("wheres", """{"hall":{"where_id":"hall","name":"Hallway"},"porch":{"where_id":"porch","name":"Porch"}}""")]
    public void A_field_of_a_structure(string field, string expected)
    {
        var home = SdmSample.Home(
            SdmSample.Device("t2", SdmSample.Thermostat, null, (SdmSample.Lake, "Lake house")),
            SdmSample.Device("c1", SdmSample.Camera, null, (SdmSample.Porch, "Porch")),
            SdmSample.Device("t1", SdmSample.Thermostat, null, (SdmSample.Hall, "Hallway")));

        Assert.Equal(expected, SdmSample.Document(home).GetProperty("structures").GetProperty("lake").GetProperty(field).GetRawText());
    }

    [Fact]
    public void A_structure_has_nothing_that_Google_does_not_have() => Assert.Equal(
        """{"structure_id":"lake","name":"Lake house","thermostats":[],"cameras":[],"wheres":{"hall":{"where_id":"hall","name":"Hallway"},"porch":{"where_id":"porch","name":"Porch"}}}""",
        SdmSample.Document(SdmSample.Home()).GetProperty("structures").GetProperty("lake").GetRawText());

    [Fact]
    public void Metadata_names_the_user_and_the_backend()
    {
        Assert.Equal("""{"user_id":"user-1","backend":"sdm"}""", SdmSample.Document(SdmSample.Home()).GetProperty("metadata").GetRawText());
        Assert.Equal("""{"backend":"sdm"}""", SdmSample.Document(SdmSample.Home() with { UserId = null }).GetProperty("metadata").GetRawText());
        Assert.Equal(NestBackend.Sdm, SdmSample.Model(SdmSample.Home()).Metadata.Backend);
    }

    /// <summary>Each field of the wire has a row, so a new one cannot be forgotten.</summary>
    [Fact]
    public void Every_field_has_a_row()
    {
        string[] places = ["device_id", "structure_id", "where_id", "where_name", "name"];
        Assert.Equal([], ThermostatWire.Type.Fields.Select(field => field.Name).Except([.. places, .. Thermostats.Select(row => row.Data.Item1), .. ImpossibleOfThermostats.Select(row => row.Data)]));
        // What happens is not part of the resources: events bring last_event.
        Assert.Equal(["last_event"], CameraWire.Type.Fields.Select(field => field.Name).Except([.. places, .. Cameras.Select(row => row.Data.Item1), .. ImpossibleOfCameras.Select(row => row.Data)]));
    }

    private static void Check(string kind, string field, SdmDevice device, string? expected)
    {
        var home = SdmSample.Home(device);

        var record = SdmSample.Document(home).GetProperty("devices").GetProperty(kind).GetProperty("t1");

        Assert.Equal(expected, record.TryGetProperty(field, out var value) ? value.GetRawText() : null);
        Assert.NotEqual(JsonValueKind.Null, value.ValueKind);
        SdmSample.Model(home);
    }
}
