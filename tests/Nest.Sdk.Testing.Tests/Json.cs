using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests;

internal static class Json
{
    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    /// <summary>The meaningful part of the error type.</summary>
    public static string Anchor(JsonObject error) => error["type"]!.ToString().Split('#')[1];

    public static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected {expected?.ToJsonString()}, got {actual?.ToJsonString()}");
}
