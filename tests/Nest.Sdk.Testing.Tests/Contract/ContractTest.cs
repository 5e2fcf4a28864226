using System.Net;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Contract;

/// <summary>
/// The protocol contract of any server, over plain HTTP. The trait <c>Reference</c> of a test names its section of the
/// reference. The tests run one after another, use any devices of the home and set the mode that they need. A rule that
/// the home cannot show is skipped.
/// </summary>
[Collection(nameof(ContractTarget))]
public abstract class ContractTest(ContractTarget target)
{
    protected const string Section = "Reference";

    protected ContractTarget Target => target;

    protected async Task<JsonNode?> ReadAsync(string path)
    {
        using var response = await target.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync());
    }

    protected Task<HttpResponseMessage> PutAsync(string path, string body) => target.SendAsync(HttpMethod.Put, path, body);

    protected async Task<JsonObject> AcceptAsync(string path, string body)
    {
        using var response = await PutAsync(path, body);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, answer);
        Json.AssertSame(JsonNode.Parse(body), JsonNode.Parse(answer));
        return (JsonObject)(await ReadAsync(path))!;
    }

    /// <summary>
    /// Asserts a refusal with an error of the data API, with this anchor unless the anchor is unknown.
    /// </summary>
    protected async Task<JsonObject> RefuseAsync(string path, string body, string? anchor, string? message = null)
    {
        using var response = await PutAsync(path, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = AssertErrorShape(await Json.ReadAsync(response));
        Assert.Equal(anchor ?? Json.Anchor(error), Json.Anchor(error));
        Assert.Equal(message ?? error["message"]!.ToString(), error["message"]!.ToString());
        return error;
    }

    protected static JsonObject AssertErrorShape(JsonObject error)
    {
        Assert.NotEmpty(error["error"]!.ToString());
        Assert.NotEmpty(error["message"]!.ToString());
        Assert.NotEmpty(error["instance"]!.ToString());
        Assert.Matches("^https?://.+#[a-z0-9-]+$", error["type"]!.ToString());
        Assert.All(error["details"]?.AsObject() ?? [], detail => Assert.Equal(System.Text.Json.JsonValueKind.String, detail.Value!.GetValueKind()));
        return error;
    }

    protected Task<string> StructureAsync() => FindAsync("/structures", _ => true, "a structure");

    protected Task<string> CameraAsync() => FindAsync("/devices/cameras", IsOnline, "a camera that is online");

    /// <summary>The path of an unlocked thermostat that can heat and cool, set to this mode.</summary>
    protected async Task<string> ThermostatAsync(string mode)
    {
        var path = await FindAsync(
            "/devices/thermostats",
            device => IsOnline(device) && IsTrue(device["can_heat"]) && IsTrue(device["can_cool"]) && !IsTrue(device["is_locked"]),
            "an unlocked thermostat that is online and can heat and cool");
        await AcceptAsync(path, $$"""{"hvac_mode":"{{mode}}"}""");
        return path;
    }

    protected async Task<string> FindAsync(string collection, Func<JsonObject, bool> fits, string what)
    {
        using var response = await target.SendAsync(HttpMethod.Get, collection);
        var items = response.StatusCode == HttpStatusCode.OK ? await Json.ReadAsync(response) : [];
        var found = items.FirstOrDefault(item => item.Value is JsonObject device && fits(device)).Key;
        Assert.SkipWhen(found is null, $"The home does not have {what}.");
        return $"{collection}/{found}";
    }

    protected static bool IsTrue(JsonNode? node) => node?.ToJsonString() == "true";

    private static bool IsOnline(JsonObject device) => IsTrue(device["is_online"]);
}
