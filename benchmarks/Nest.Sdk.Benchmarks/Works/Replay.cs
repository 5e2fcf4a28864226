using System.Globalization;
using System.Text.Json.Nodes;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Applies changes to a JSON tree of the base class library one by one: slow and obviously correct.</summary>
internal static class Replay
{
    public static JsonNode Apply(byte[] document, IEnumerable<JsonPatchOperation> operations)
    {
        var root = JsonNode.Parse(document)!;
        foreach (var operation in operations)
        {
            var segments = operation.Path.Split('/').Skip(1).Select(static segment => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
            if (segments.Count == 0)
                root = Value(operation)!;
            else
                Apply(operation, segments.SkipLast(1).Aggregate(root, Step), segments[^1]);
        }

        return root;
    }

    private static JsonNode Step(JsonNode owner, string name) => owner is JsonArray list ? list[Index(name)]! : owner[name]!;

    private static void Apply(JsonPatchOperation operation, JsonNode owner, string name)
    {
        switch (owner, operation.Kind)
        {
            case (JsonArray list, JsonPatchKind.Add):
                list.Insert(Index(name), Value(operation));
                break;
            case (JsonArray list, JsonPatchKind.Remove):
                list.RemoveAt(Index(name));
                break;
            case (JsonArray list, _):
                list[Index(name)] = Value(operation);
                break;
            case (JsonObject members, JsonPatchKind.Remove):
                members.Remove(name);
                break;
            default:
                owner[name] = Value(operation);
                break;
        }
    }

    private static JsonNode? Value(JsonPatchOperation operation) => JsonNode.Parse(operation.Value!.Value.GetRawText());

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);
}
