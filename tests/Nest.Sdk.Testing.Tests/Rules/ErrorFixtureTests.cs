using System.Net;
using System.Text.Json.Nodes;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Testing.Tests.Rules;

/// <summary>
/// Every captured refusal is reproduced on a fake home, equal in every member except the instance id.
/// </summary>
public sealed class ErrorFixtureTests : RuleTest
{
    [ReferenceTheory]
    [InlineData("format-error", "target_temperature_c", "\"$temp\"", "hvac_mode", "\"heat\"")]
    [InlineData("high-c-value-4-lock", "target_temperature_c", "21", "is_locked", "true")]
    [InlineData("high-f-value", "target_temperature_f", "100", "temperature_scale", "\"F\"")]
    [InlineData("incompatible-mode", "hvac_mode", "\"heat-cool\"", "can_cool", "false")]
    [InlineData("mode-error-low-while-cool", "target_temperature_low_c", "20", "hvac_mode", "\"cool\"")]
    [InlineData("mode-error", "target_temperature_c", "20", "hvac_mode", "\"heat-cool\"")]
    [InlineData("not-online", "target_temperature_c", "20", "is_online", "false")]
    public async Task A_captured_refusal_is_reproduced(string name, string field, string value, string given, string givenValue)
    {
        await Server.ChangeAsync(home => home.Set(Hallway + "/locked_temp_max_c", 20.5).Set($"{Hallway}/{given}", JsonNode.Parse(givenValue)));

        await AssertReproducedAsync(name, $"{Hallway}/{field}", value);
    }

    [ReferenceFact]
    public async Task A_captured_refusal_of_a_range_is_reproduced() =>
        await AssertReproducedAsync("low-high-error", LivingRoom, """{"target_temperature_low_f":74,"target_temperature_high_f":72}""");

    [ReferenceFact]
    public void Every_captured_refusal_has_a_test()
    {
        var files = ReferenceFixtures.Files(".json").Where(file => Path.GetFileName(file).StartsWith("error-400-", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)["error-400-".Length..]);
        string[] tested =
        [
            "format-error", "high-c-value-4-lock", "high-f-value", "incompatible-mode", "low-high-error", "mode-error", "mode-error-low-while-cool",
            "no-write-permission", "not-online",
        ];

        Assert.Equal(tested, files.Order(StringComparer.Ordinal));
    }

    [ReferenceFact]
    public async Task Captured_refusals_of_a_token_and_of_too_many_writes_are_reproduced()
    {
        using var stranger = new FakeClient(Server, token: "c.FAKE-STRANGER");
        using var unauthorized = await stranger.SendAsync(HttpMethod.Get, "/");
        using var block = Server.BlockWrites(Server.Home.ThermostatId("Hallway"));
        using var blocked = await Client.PutAsync(Hallway, """{"label":"x"}""");

        await AssertSameAsync("error-401-auth-error", HttpStatusCode.Unauthorized, unauthorized);
        await AssertSameAsync("error-429-blocked", HttpStatusCode.TooManyRequests, blocked);
    }

    private async Task AssertReproducedAsync(string name, string path, string body)
    {
        using var response = await Client.PutAsync(path, body);

        await AssertSameAsync($"error-400-{name}", HttpStatusCode.BadRequest, response);
    }

    private static async Task AssertSameAsync(string name, HttpStatusCode status, HttpResponseMessage response)
    {
        var captured = JsonNode.Parse(ReferenceFixtures.Read(name + ".json"))!.AsObject();
        var made = await Json.ReadAsync(response);
        Assert.Equal(status, response.StatusCode);
        Assert.True(Guid.TryParse(made["instance"]!.ToString(), out _));
        made["instance"] = captured["instance"]!.DeepClone();
        Json.AssertSame(captured, made);
    }
}
