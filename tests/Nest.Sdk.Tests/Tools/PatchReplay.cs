using System.Globalization;
using System.Text.Json.Nodes;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Tools;

/// <summary>Applies changes in the slow, obvious way.</summary>
internal static class PatchReplay
{
    public static JsonNode Apply(JsonNode document, IEnumerable<JsonPatchOperation> changes)
    {
        foreach (var change in changes)
        {
            var path = change.Path.Split('/')[1..].Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
            var owner = path[..^1].Aggregate(document, (node, name) => node is JsonArray array ? array[Index(name)]! : node[name]!);
            var value = change.Value is { } element ? JsonNode.Parse(element.GetRawText()) : null;
            if (owner is JsonArray items)
                Apply(items, Index(path[^1]), change.Kind, value);
            else if (change.Kind == JsonPatchKind.Remove)
                Assert.True(owner.AsObject().Remove(path[^1]));
            else
                owner[path[^1]] = value;
        }

        return document;
    }

    private static void Apply(JsonArray items, int index, JsonPatchKind kind, JsonNode? value)
    {
        if (kind == JsonPatchKind.Add)
            items.Insert(index, value);
        else if (kind == JsonPatchKind.Remove)
            items.RemoveAt(index);
        else
            items[index] = value;
    }

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);
}
