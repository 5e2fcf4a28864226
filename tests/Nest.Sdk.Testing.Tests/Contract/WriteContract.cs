using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Contract;

public sealed class WriteContract(ContractTarget target) : ContractTest(target)
{
    [Theory, Trait(Section, "5")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task An_object_written_to_a_device_changes_only_its_fields_and_is_echoed(string method)
    {
        var thermostat = await ThermostatAsync("heat");
        var before = (await ReadAsync(thermostat))!.AsObject();

        using var response = await Target.SendAsync(new HttpMethod(method), thermostat, """{"fan_timer_duration":45}""");

        Assert.Equal("""{"fan_timer_duration":45}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var after = (await ReadAsync(thermostat))!.AsObject();
        Assert.Equal("45", after["fan_timer_duration"]!.ToJsonString());
        Assert.Equal(before.Select(field => field.Key), after.Select(field => field.Key));
        Json.AssertSame(before["target_temperature_c"], after["target_temperature_c"]);
    }

    [Fact, Trait(Section, "5")]
    public async Task A_bare_value_written_to_a_field_changes_that_field_and_is_echoed()
    {
        var field = await ThermostatAsync("heat") + "/fan_timer_duration";

        using var response = await PutAsync(field, "60");

        Assert.Equal("60", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("60", (await ReadAsync(field))!.ToJsonString());
    }

    [Fact, Trait(Section, "5")]
    public async Task Low_and_high_are_written_together()
    {
        var after = await AcceptAsync(await ThermostatAsync("heat-cool"), """{"target_temperature_low_c":19,"target_temperature_high_c":24.5}""");

        Assert.Equal((19m, 24.5m), (after["target_temperature_low_c"]!.GetValue<decimal>(), after["target_temperature_high_c"]!.GetValue<decimal>()));
    }

    [Fact, Trait(Section, "15")]
    public async Task A_setpoint_in_one_scale_sets_the_other_with_its_own_rounding()
    {
        var thermostat = await ThermostatAsync("heat");

        Assert.Equal(69m, (await AcceptAsync(thermostat, """{"target_temperature_c":20.5}"""))["target_temperature_f"]!.GetValue<decimal>());
        Assert.Equal(15.5m, (await AcceptAsync(thermostat, """{"target_temperature_f":60}"""))["target_temperature_c"]!.GetValue<decimal>());
    }

    [Fact, Trait(Section, "8.4")]
    public async Task Eco_remembers_the_previous_mode()
    {
        var thermostat = await ThermostatAsync("cool");

        Assert.Equal("cool", (await AcceptAsync(thermostat, """{"hvac_mode":"eco"}"""))["previous_hvac_mode"]!.ToString());
    }

    [Fact, Trait(Section, "5")]
    public async Task A_camera_is_switched_on_and_off()
    {
        var camera = await CameraAsync();

        Assert.Equal("false", (await AcceptAsync(camera, """{"is_streaming":false}"""))["is_streaming"]!.ToJsonString());
        Assert.Equal("true", (await AcceptAsync(camera, """{"is_streaming":true}"""))["is_streaming"]!.ToJsonString());
    }

    [Fact, Trait(Section, "8.2")]
    public async Task An_eta_is_accepted_while_away_and_can_be_cancelled()
    {
        var thermostat = await ThermostatAsync("heat");
        var structure = "/structures/" + (await ReadAsync(thermostat + "/structure_id"))!;
        await AcceptAsync(structure, """{"away":"away"}""");

        using var expected = await PutAsync(structure, Eta("\"2030-01-01T10:00:00.000Z\""));
        var begin = (await ReadAsync(structure + "/eta_begin"))!.ToString();
        using var cancelled = await PutAsync(structure, Eta("0"));
        var none = (await ReadAsync(structure + "/eta_begin"))!.ToString();
        await AcceptAsync(structure, """{"away":"home"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (expected.StatusCode, cancelled.StatusCode));
        Assert.Equal(("2030-01-01T10:00:00.000Z", "1970-01-01T00:00:00.000Z"), (begin, none));

        static string Eta(string begin) =>
            $$$"""{"eta":{"trip_id":"contract","estimated_arrival_window_begin":{{{begin}}},"estimated_arrival_window_end":"2030-01-01T11:00:00.000Z"}}""";
    }

    [Fact, Trait(Section, "10")]
    public async Task Going_away_sets_thermostats_to_eco()
    {
        var thermostat = await ThermostatAsync("heat");
        var structure = "/structures/" + (await ReadAsync(thermostat + "/structure_id"))!;
        await AcceptAsync(structure, """{"away":"home"}""");

        await AcceptAsync(structure, """{"away":"away"}""");
        var mode = (await ReadAsync(thermostat + "/hvac_mode"))!.ToString();
        await AcceptAsync(structure, """{"away":"home"}""");

        Assert.Equal("eco", mode);
    }

    [Theory, Trait(Section, "4")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Post_and_delete_on_data_are_not_supported(string method)
    {
        var thermostat = await ThermostatAsync("heat");
        var before = await ReadAsync(thermostat);

        using var response = await Target.SendAsync(new HttpMethod(method), thermostat, """{"label":"x"}""");

        Assert.InRange((int)response.StatusCode, 400, 499);
        Json.AssertSame(before!["label"], await ReadAsync(thermostat + "/label"));
    }

    [Fact, Trait(Section, "5")]
    public async Task A_bundle_is_echoed_and_changes_only_one_device()
    {
        var devices = (await ReadAsync("/devices/thermostats"))!.AsObject().Where(device => IsTrue(device.Value!["is_online"])).Select(device => device.Key).Take(2).ToArray();
        Assert.SkipWhen(devices.Length < 2, "The home does not have two thermostats that are online.");
        var marks = devices.ToDictionary(id => id, _ => (JsonNode?)new JsonObject { ["fan_timer_duration"] = 120 });
        foreach (var id in devices)
            await AcceptAsync("/devices/thermostats/" + id, """{"fan_timer_duration":15}""");

        using var response = await PutAsync("/devices/thermostats", new JsonObject(marks).ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Json.AssertSame(new JsonObject(marks.Select(mark => KeyValuePair.Create(mark.Key, mark.Value?.DeepClone()))), await Json.ReadAsync(response));
        var durations = new List<string>();
        foreach (var id in devices)
            durations.Add((await ReadAsync($"/devices/thermostats/{id}/fan_timer_duration"))!.ToJsonString());

        Assert.Equal(["120", "15"], durations.Order(StringComparer.Ordinal));
    }
}
