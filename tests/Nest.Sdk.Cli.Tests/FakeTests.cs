using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Nest.Sdk.Cli.Tests;

public sealed class FakeTests : IDisposable
{
    private readonly Tool _tool = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    public void Dispose()
    {
        _http.Dispose();
        _tool.Dispose();
    }

    [Fact]
    public async Task The_first_line_contains_the_addresses_and_the_fake_serves_until_it_is_stopped()
    {
        await using var fake = _tool.Start("fake", "--json", "--no-redirect");
        var facts = await fake.JsonAsync();
        Assert.Equal(["url", "tokenEndpoint", "accessToken", "clientId", "clientSecret", "pin"], facts.EnumerateObject().Select(member => member.Name));
        using var user = Client(facts);

        var devices = (await user.RunAsync("devices", "--json")).Exits(0).Json.EnumerateArray().ToList();
        (await user.Set("NEST_ACCESS_TOKEN", null).RunAsync("auth", "login", "--pin", facts.GetProperty("pin").GetString()!)).Exits(0);
        (await user.RunAsync("get")).Exits(0);
        fake.Interrupt();

        var end = (await fake.EndAsync()).Exits(0);
        Assert.Single(end.Lines);
        Assert.Equal("", end.Error);
        Assert.Superset(new HashSet<string?> { "structure", "protect", "camera" }, devices.Select(device => device.GetProperty("kind").GetString()).ToHashSet());
        Assert.Contains(devices, device => device.GetProperty("kind").GetString() == "thermostat" && device.GetProperty("online").GetBoolean() && !device.GetProperty("isLocked").GetBoolean()
            && device.GetProperty("canHeat").GetBoolean() && device.GetProperty("canCool").GetBoolean());
        (await user.RunAsync("get")).Exits(5);
    }

    [Fact]
    public async Task Data_calls_are_redirected_by_default()
    {
        await using var direct = _tool.Start("fake", "--json", "--no-redirect");
        await using var usual = _tool.Start("fake", "--json");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await direct.JsonAsync()));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, await StatusAsync(await usual.JsonAsync()));

        async Task<HttpStatusCode> StatusAsync(JsonElement facts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, facts.GetProperty("url").GetString());
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", facts.GetProperty("accessToken").GetString());
            using var answer = await _http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_write_without_a_content_type_is_accepted()
    {
        await using var fake = _tool.Start("fake", "--json", "--no-redirect");
        var facts = await fake.JsonAsync();
        using var user = Client(facts);
        var structure = (await user.RunAsync("devices", "--json")).Json.EnumerateArray().First(device => device.GetProperty("kind").GetString() == "structure").GetProperty("id").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{facts.GetProperty("url").GetString()}structures/{structure}") { Content = new ByteArrayContent("{\"away\":\"away\"}"u8.ToArray()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", facts.GetProperty("accessToken").GetString());

        using var answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"away\"\n", (await user.RunAsync("get", $"/structures/{structure}/away", "--json")).Output);
    }

    [Fact]
    public async Task No_rate_is_limited_and_the_rules_of_Nest_apply()
    {
        await using var fake = _tool.Start("fake", "--json", "--no-redirect");
        var facts = await fake.JsonAsync();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", facts.GetProperty("accessToken").GetString());
        var url = facts.GetProperty("url").GetString();
        var thermostats = JsonElement.Parse(await _http.GetStringAsync($"{url}devices/thermostats")).EnumerateObject().Select(thermostat => thermostat.Name).ToList();

        for (var i = 0; i < 200; i++)
            (await _http.GetAsync($"{url}structures")).EnsureSuccessStatusCode();
        using var tooHot = new StringContent("""{"target_temperature_c":45}""", mediaType: new MediaTypeHeaderValue("application/json"));
        using var refused = await _http.PutAsync($"{url}devices/thermostats/{thermostats[0]}", tooHot);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotEqual("", JsonElement.Parse(await refused.Content.ReadAsStringAsync()).GetProperty("instance").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_home_from_a_file_is_served_and_saved_at_the_end(bool byKeyboard)
    {
        var home = FakeHome.Empty.WithStructure("Cottage").WithThermostat("Loft");
        var file = _tool.File("home.json", home.ToJson());
        var kept = _tool.File("kept.json");
        await using var fake = _tool.Start("fake", "--json", "--home", file, "--save", kept);
        using var user = Client(await fake.JsonAsync());

        (await user.RunAsync("set", "structure", "Cottage", "--name", "Castle")).Exits(0);
        if (byKeyboard)
            fake.Interrupt();
        else
            fake.Terminate();
        (await fake.EndAsync()).Exits(0);

        var after = FakeHome.LoadFile(kept);
        Assert.Equal(home.ThermostatId("Loft"), after.ThermostatId("Loft"));
        Assert.Equal("\"Castle\"", after.Get($"/structures/{home.StructureId("Cottage")}/name")!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"kind":"snapshot","at":"2026-11-24T18:27:26.194Z","data":HOME}""")]
    [InlineData("{\"kind\":\"state\",\"state\":\"connected\"}\n{\"kind\":\"snapshot\",\"at\":\"2026-11-24T18:27:26.194Z\",\"data\":HOME}\n{\"kind\":\"update\"}\n")]
    [InlineData("DEVICES")]
    [InlineData("\ufeffDEVICES")]
    [InlineData("""{"devices":DEVICES}""")]
    [InlineData("""{"path":"/","data":HOME}""")]
    public async Task A_home_is_read_in_every_format_that_the_tool_prints(string form)
    {
        var home = FakeHome.Empty.WithStructure("Cottage").WithThermostat("Loft");
        var file = _tool.File("home.json", form.Replace("HOME", home.ToJson(), StringComparison.Ordinal).Replace("DEVICES", home.Get("/devices")!.ToJsonString(), StringComparison.Ordinal));
        await using var fake = _tool.Start("fake", "--json", "--home", file);
        using var user = Client(await fake.JsonAsync());

        Assert.Equal("\"Loft\"\n", (await user.RunAsync("get", $"/devices/thermostats/{home.ThermostatId("Loft")}/name", "--json")).Exits(0).Output);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"devices":{"thermostats":{}},"structures":{}}""")]
    [InlineData("""{"kind":"state","state":"connected"}""")]
    [InlineData("""{"kind":"snapshot","data":{"devices":{}}}""")]
    [InlineData("""{"thermostats":{}}""")]
    [InlineData("""[{"kind":"structure","id":"x"}]""")]
    [InlineData("""{"some":{"other":"json"}}""")]
    public async Task A_file_without_a_home_is_refused(string json) =>
        (await _tool.RunAsync("fake", "--json", "--home", _tool.File("home.json", json))).Fails(2, "--home: ", "home.json");

    [Fact]
    public async Task A_home_that_cannot_be_saved_is_reported_at_the_start()
    {
        (await _tool.RunAsync("fake", "--json", "--save", Path.Combine(_tool.File("no-such-folder"), "home.json"))).Fails(2, "--save: ");
    }

    [Fact]
    public async Task A_chosen_port_is_used_and_a_port_in_use_is_reported()
    {
        await using var fake = _tool.Start("fake", "--json");
        var port = new Uri((await fake.JsonAsync()).GetProperty("url").GetString()!).Port;

        (await _tool.RunAsync("fake", "--json", "--port", $"{port}")).Fails(2, $"Port {port} cannot be used");

        fake.Interrupt();
        (await fake.EndAsync()).Exits(0);
        await using var next = _tool.Start("fake", "--json", "--port", $"{port}");
        Assert.Equal(port, new Uri((await next.JsonAsync()).GetProperty("url").GetString()!).Port);
    }

    [Fact]
    public async Task Text_output_says_what_to_set_for_other_commands()
    {
        await using var fake = _tool.Start("fake");

        Assert.Contains("http://127.0.0.1:", await fake.LineAsync(), StringComparison.Ordinal);
        Assert.Contains("NEST_ENDPOINT=", await fake.LineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--home", "missing.json")]
    [InlineData("--home", ".")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "x")]
    public async Task Invalid_options_are_usage_errors(params string[] words) => (await _tool.RunAsync(["fake", .. words])).Fails(2);

    private static Tool Client(JsonElement facts) => new Tool()
        .Set("NEST_ENDPOINT", facts.GetProperty("url").GetString())
        .Set("NEST_TOKEN_ENDPOINT", facts.GetProperty("tokenEndpoint").GetString())
        .Set("NEST_ACCESS_TOKEN", facts.GetProperty("accessToken").GetString())
        .Set("NEST_CLIENT_ID", facts.GetProperty("clientId").GetString())
        .Set("NEST_CLIENT_SECRET", facts.GetProperty("clientSecret").GetString());
}
