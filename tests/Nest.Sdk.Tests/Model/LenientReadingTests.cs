using System.Text.Json;
using Nest.Sdk.Model;
using static Nest.Sdk.Tests.Model.Document;

namespace Nest.Sdk.Tests.Model;

public sealed class LenientReadingTests
{
    [Fact]
    public void A_value_of_the_wrong_type_reads_as_absent_and_is_preserved_and_reported()
    {
        var (thermostat, issues) = Thermostat("""
            "humidity":"moist","name":"Hall"
            """);

        Assert.Null(thermostat.Humidity);
        Assert.Equal("Hall", thermostat.Name);
        Assert.Equal("\"moist\"", thermostat.ExtensionData["humidity"].ToString());
        Assert.Equal(
            new ReadIssue { Path = "/devices/thermostats/t1/humidity", Field = "/devices/thermostats/*/humidity", Found = JsonValueKind.String, Expected = "a whole number" },
            Assert.Single(issues));
    }

    [Fact]
    public void Unreadable_values_are_part_of_equality_and_are_written_back()
    {
        var moist = Thermostat("\"humidity\":\"moist\"").Thermostat;

        Assert.NotEqual(moist, Thermostat("\"humidity\":\"dry\"").Thermostat);
        Assert.Equal("""{"humidity":"moist"}""", JsonSerializer.Serialize(moist, NestJsonContext.Default.Thermostat));
        Assert.Equal("""{"humidity":40}""", JsonSerializer.Serialize(moist with { Humidity = 40 }, NestJsonContext.Default.Thermostat));
    }

    [Theory]
    [InlineData("20")]
    [InlineData("20.0")]
    [InlineData("2e1")]
    [InlineData("200E-1")]
    public void Numbers_are_the_same_in_every_spelling(string number)
    {
        var (thermostat, issues) = Thermostat($"\"humidity\":{number},\"ambient_temperature_c\":{number},\"target_temperature_f\":{number}");

        Assert.Empty(issues);
        Assert.Equal(
            new() { Humidity = 20, AmbientTemperature = Temperature.FromCelsius(20), TargetTemperature = Temperature.FromFahrenheit(20) },
            thermostat);
    }

    [Theory]
    [InlineData("humidity", "45.5")]
    [InlineData("humidity", "1e400")]
    [InlineData("humidity", "99999999999")]
    [InlineData("humidity", "true")]
    [InlineData("ambient_temperature_c", "1e400")]
    [InlineData("ambient_temperature_c", "2000.5")]
    [InlineData("ambient_temperature_f", "\"70\"")]
    [InlineData("locked_temp_min_c", "\"warm\"")]
    [InlineData("locked_temp_min_c", "\"1e9\"")]
    [InlineData("has_fan", "1")]
    [InlineData("has_fan", "\"true\"")]
    [InlineData("name", "5")]
    [InlineData("name", "[\"a\"]")]
    [InlineData("hvac_mode", "{}")]
    [InlineData("time_to_target", "[]")]
    [InlineData("time_to_target", "1e400")]
    [InlineData("last_connection", "1488000000")]
    [InlineData("last_connection", "\"yesterday\"")]
    public void Unreadable_values_affect_only_their_field(string field, string value)
    {
        var (thermostat, issues) = Thermostat($"\"{field}\":{value},\"label\":\"ok\"");

        Assert.Equal(new() { Label = "ok", ExtensionData = [new(field, RawJson.Parse(value))] }, thermostat);
        var issue = Assert.Single(issues);
        Assert.Equal($"/devices/thermostats/*/{field}", issue.Field);
        Assert.False(issue.IsConverted);
    }

    [Fact]
    public void Every_field_can_be_null_of_the_wrong_type_or_missing()
    {
        var names = Nest.Sdk.Model.Wire.ThermostatWire.Type.Fields.Select(field => field.Name).ToArray();

        Assert.Equal(new(), Thermostat("").Thermostat);
        var (nulls, noIssues) = Thermostat(string.Join(',', names.Select(name => $"\"{name}\":null")));
        Assert.Equal(new(), nulls);
        Assert.Empty(noIssues);

        var (wrong, issues) = Thermostat(string.Join(',', names.Select(name => $"\"{name}\":[[]]")));
        Assert.Equal(new(), wrong with { ExtensionData = default });
        Assert.Equal(names.Select(name => $"/devices/thermostats/t1/{name}"), issues.Select(issue => issue.Path));
        Assert.All(issues, issue => Assert.Equal(JsonValueKind.Array, issue.Found));
    }

    [Fact]
    public void Lock_limits_can_be_text()
    {
        var (thermostat, issues) = Thermostat("""
            "locked_temp_min_c":"20.5","locked_temp_min_f":69,"locked_temp_max_f":"75"
            """);

        Assert.Equal(new() { LockedTempMin = Temperature.FromReading(20.5m, 69), LockedTempMax = Temperature.FromFahrenheit(75) }, thermostat);
        Assert.Equal(["/devices/thermostats/t1/locked_temp_min_c", "/devices/thermostats/t1/locked_temp_max_f"], issues.Select(issue => issue.Path));
        Assert.All(issues, issue => Assert.True(issue.IsConverted));
    }

    [Fact]
    public void An_unreadable_scale_does_not_affect_the_other()
    {
        var (thermostat, _) = Thermostat("\"ambient_temperature_c\":\"?\",\"ambient_temperature_f\":70");

        Assert.Equal(Temperature.FromFahrenheit(70), thermostat.AmbientTemperature);
    }

    [Fact]
    public void Zone_ids_can_be_numbers()
    {
        var (camera, issues) = Camera("""
            "activity_zones":[{"id":17},{"id":"18"}],"last_event":{"activity_zone_ids":[17.0,"18"]}
            """);

        Assert.Equal(["17", "18"], camera.ActivityZones.Select(zone => zone.Id));
        Assert.Equal(["17", "18"], camera.LastEvent!.ActivityZoneIds);
        Assert.Equal(["/devices/cameras/c1/last_event/activity_zone_ids/0"], issues.Select(issue => issue.Path));
        Assert.Equal(["/devices/cameras/*/last_event/activity_zone_ids/*"], issues.Select(issue => issue.Field));
        Assert.All(issues, issue => Assert.True(issue is { IsConverted: true, Found: JsonValueKind.Number }));
    }

    [Fact]
    public void Time_to_target_can_be_a_number()
    {
        var (thermostat, issues) = Thermostat("\"time_to_target\":15");

        Assert.Equal(TimeSpan.FromMinutes(15), thermostat.TimeToTarget.Duration);
        Assert.True(Assert.Single(issues).IsConverted);
        Assert.Empty(thermostat.ExtensionData);
    }

    [Fact]
    public void Unknown_members_are_preserved_without_an_issue()
    {
        var (thermostat, issues) = Thermostat("""
            "target_humidity":40.0,"flavour":null
            """);

        Assert.Empty(issues);
        Assert.Equal(["flavour", "target_humidity"], thermostat.ExtensionData.Keys);
        Assert.Equal("""{"flavour":null,"target_humidity":40.0}""", JsonSerializer.Serialize(thermostat, NestJsonContext.Default.Thermostat));
    }

    [Fact]
    public void A_collection_of_the_wrong_kind_is_empty_and_preserved()
    {
        var result = Read("""{"devices":{"thermostats":[],"cameras":{"c1":{}}},"structures":7,"metadata":"m"}""");

        Assert.Empty(result.Model.Devices.Thermostats);
        Assert.Single(result.Model.Devices.Cameras);
        Assert.Equal("[]", result.Model.Devices.ExtensionData["thermostats"].ToString());
        Assert.Equal(["metadata", "structures"], result.Model.ExtensionData.Keys);
        Assert.Same(NestMetadata.Empty, result.Model.Metadata);
        Assert.Equal(["/devices/thermostats", "/structures", "/metadata"], result.Issues.Select(issue => issue.Field));
    }

    [Fact]
    public void A_device_that_is_not_an_object_is_omitted()
    {
        var result = Read("""{"devices":{"thermostats":{"t1":5,"t2":{},"t3":null}}}""");

        Assert.Equal(["t2"], result.Model.Devices.Thermostats.Keys);
        Assert.Equal(("/devices/thermostats/t1", "an object"), result.Issues.Select(issue => (issue.Path, issue.Expected)).Single());
    }

    [Fact]
    public void List_items_of_another_kind_are_omitted()
    {
        var result = Read("""{"structures":{"s1":{"thermostats":["a",5,null,{"x":[]},"b"]}}}""");

        Assert.Equal(["a", "b"], result.Model.Structures["s1"].Thermostats);
        Assert.Equal(["/structures/s1/thermostats/1", "/structures/s1/thermostats/3"], result.Issues.Select(issue => issue.Path));
        Assert.All(result.Issues, issue => Assert.Equal("/structures/*/thermostats/*", issue.Field));
    }

    [Fact]
    public void Paths_escape_what_json_pointers_escape()
    {
        var result = Read("""{"structures":{"a/b~c":{"wheres":{"w\u002f1":{"name":1}}}}}""");

        var issue = Assert.Single(result.Issues);
        Assert.Equal("/structures/a~1b~0c/wheres/w~11/name", issue.Path);
        Assert.Equal("/structures/*/wheres/*/name", issue.Field);
    }

    [Fact]
    public void Devices_of_companies_are_read_as_lists_of_ids()
    {
        var result = Read("""{"structures":{"s1":{"devices":{"acme":{"lamp":["l1"],"fan":5},"other":[]}}}}""");

        var (company, types) = Assert.Single(result.Model.Structures["s1"].CompanyDevices);
        Assert.Equal("acme", company);
        Assert.Equal(["l1"], Assert.Single(types).Value);
        Assert.Equal(["/structures/s1/devices/acme/fan", "/structures/s1/devices/other"], result.Issues.Select(issue => issue.Path));
    }
}
