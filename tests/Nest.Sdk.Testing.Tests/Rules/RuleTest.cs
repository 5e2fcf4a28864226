using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Rules;

/// <summary>Writes to the default house that are refused or accepted.</summary>
public abstract class RuleTest : FakeServerTest
{
    /// <summary>The rule is known, but the anchor of its error is not.</summary>
    protected const string NotCaptured = "unknown";

    protected string Hallway => ThermostatPath("Hallway");

    protected string LivingRoom => ThermostatPath("Living Room");

    protected string Den => ThermostatPath("Den");

    protected string Structure(string name) => "/structures/" + Server.Home.StructureId(name);

    /// <summary>Asserts a refusal with these members, and that nothing has changed.</summary>
    protected async Task AssertRefusedAsync(string path, string body, string anchor, string? message = null, params (string Name, string Value)[] details)
    {
        var before = await Client.GetAsync("/");

        using var response = await Client.PutAsync(path, body);

        var error = await Json.ReadAsync(response);
        Assert.Equal((HttpStatusCode.BadRequest, anchor), (response.StatusCode, Json.Anchor(error)));
        Assert.Equal(error["error"]!.ToString(), error["message"]!.ToString());
        Assert.Equal(message ?? error["message"]!.ToString(), error["message"]!.ToString());
        Assert.Equal(details, error["details"]?.AsObject().Select(detail => (detail.Key, detail.Value!.ToString())) ?? []);
        Json.AssertSame(before, await Client.GetAsync("/"));
    }

    protected async Task AssertAcceptedAsync(string path, string body)
    {
        using var response = await Client.PutAsync(path, body);

        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, answer);
        Assert.Equal(body, answer);
    }

    protected async Task<JsonNode?> ReadAsync(string path) => await Client.GetAsync(path);

    protected async Task<string> ReadTextAsync(string path) => (await Client.GetAsync(path))!.ToString();
}
