using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Documents;

/// <summary>Reads values of a document with arbitrary content. A value of another kind counts as absent.</summary>
internal static class NodeReading
{
    public static string? Text(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>Returns a value on one line, as quoted in refusals.</summary>
    public static string Print(this JsonNode? node) => node.Text() ?? DocumentText.Render(node);

    /// <summary>Returns a member of an object. Null when the node is not an object.</summary>
    public static JsonNode? Child(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static bool IsTrue(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    public static bool IsFalse(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.False;

    /// <summary>Returns the objects of a collection with their ids. Empty when the node is not a collection.</summary>
    public static IEnumerable<(string Id, JsonObject Item)> Items(this JsonNode? collection) =>
        from entry in collection as JsonObject ?? []
        where entry.Value is JsonObject
        select (entry.Key, (JsonObject)entry.Value!);
}
