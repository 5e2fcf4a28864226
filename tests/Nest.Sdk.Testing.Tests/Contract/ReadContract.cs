using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Contract;

public sealed class ReadContract(ContractTarget target) : ContractTest(target)
{
    [Fact, Trait(Section, "3")]
    public async Task The_entry_endpoint_answers_directly_or_redirects_with_307_to_a_host_that_does()
    {
        using var response = await Target.SendOnceAsync(HttpMethod.Get, new Uri(Target.Endpoint, "/structures"), authorization: "Bearer " + Target.Token);

        if (response.StatusCode != HttpStatusCode.OK)
        {
            Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
            Assert.True(response.Headers.Location!.IsAbsoluteUri);
            Assert.Equal("/structures", response.Headers.Location.AbsolutePath);
        }

        Assert.NotNull(await ReadAsync("/structures"));
    }

    [Fact, Trait(Section, "4")]
    public async Task Every_level_is_a_part_of_the_level_above()
    {
        var root = await ReadAsync("/");

        foreach (var (branch, kinds) in root!.AsObject().Where(branch => branch.Value is JsonObject))
        {
            // Values that can change between two reads are omitted.
            Assert.Equal(kinds!.AsObject().Select(kind => kind.Key), (await ReadAsync("/" + branch))!.AsObject().Select(kind => kind.Key));
        }

        var thermostat = await ThermostatAsync("heat");
        var device = (await ReadAsync(thermostat))!.AsObject();
        Assert.Equal(device["device_id"]!.ToString(), thermostat.Split('/')[^1]);
        Json.AssertSame(device["label"], await ReadAsync(thermostat + "/label"));
        Json.AssertSame(device["can_heat"], await ReadAsync(thermostat + "/can_heat"));
    }

    [Fact, Trait(Section, "4")]
    public async Task A_field_is_a_bare_JSON_value()
    {
        var thermostat = await ThermostatAsync("heat");
        using var response = await Target.SendAsync(HttpMethod.Get, thermostat + "/hvac_mode");

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("\"heat\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact, Trait(Section, "1")]
    public async Task A_json_suffix_has_no_effect()
    {
        Json.AssertSame(await ReadAsync("/structures"), await ReadAsync("/structures.json"));
    }

    [Theory, Trait(Section, "4")]
    [InlineData("/nowhere")]
    [InlineData("/devices/thermostats/UNKNOWN")]
    [InlineData("/structures/UNKNOWN/away")]
    public async Task A_path_that_does_not_exist_is_404(string path)
    {
        using var response = await Target.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("not-found", Json.Anchor(AssertErrorShape(await Json.ReadAsync(response))));
    }

    [Fact, Trait(Section, "8.1")]
    public async Task Metadata_has_the_token_of_the_caller_and_a_client_version()
    {
        var metadata = await ReadAsync("/metadata");

        Assert.Equal(Target.Token, metadata!["access_token"]!.ToString());
        Assert.Equal(JsonValueKind.Number, metadata["client_version"]!.GetValueKind());
    }

    [Fact, Trait(Section, "8.2")]
    public async Task Structures_and_devices_refer_to_each_other()
    {
        var root = await ReadAsync("/");

        foreach (var (id, structure) in root!["structures"]!.AsObject())
        {
            foreach (var kind in (string[])["thermostats", "smoke_co_alarms", "cameras"])
            {
                var listed = structure![kind]?.AsArray().Select(each => each!.ToString()) ?? [];
                var named = (root["devices"]?[kind]?.AsObject() ?? []).Where(device => device.Value!["structure_id"]!.ToString() == id).Select(device => device.Key);
                Assert.Equal(named.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact, Trait(Section, "15")]
    public async Task Celsius_has_half_degrees_and_fahrenheit_whole_degrees()
    {
        foreach (var (_, thermostat) in (await ReadAsync("/devices/thermostats"))!.AsObject())
        {
            foreach (var (name, value) in thermostat!.AsObject().Where(field => field.Key.Contains("temperature_", StringComparison.Ordinal) && field.Value?.GetValueKind() == JsonValueKind.Number))
                Assert.Equal(0, value!.GetValue<decimal>() * (name.EndsWith("_c", StringComparison.Ordinal) ? 2 : 1) % 1);
        }
    }
}
