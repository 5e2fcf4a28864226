using System.Text.Json.Nodes;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Tools;

/// <summary>A minimal implementation of RFC 6902: what a reader of changes does with them.</summary>
internal static class Patches
{
    public static JsonNode? Apply(JsonNode? document, IEnumerable<JsonPatchOperation> changes)
    {
        foreach (var change in changes)
            document = Apply(document, change);
        return document;
    }

    public static string[] Texts(DataModelChange change) => [.. change.Json.Select(each => $"{each} {each.OldValue?.GetRawText() ?? "-"} {each.Value?.GetRawText() ?? "-"}")];

    private static JsonNode? Apply(JsonNode? document, JsonPatchOperation change)
    {
        var value = change.Value is { } json ? JsonNode.Parse(json.GetRawText()) : null;
        var segments = change.Path.Split('/').Skip(1).Select(segment => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        if (segments.Length == 0)
            return value;
        var owner = segments[..^1].Aggregate(document, (node, segment) => node is JsonArray list ? list[Index(segment)] : node![segment]);
        if (owner is JsonArray array)
            ApplyTo(array, Index(segments[^1]), change.Kind, value);
        else
            ApplyTo((JsonObject)owner!, segments[^1], change.Kind, value);
        return document;
    }

    private static void ApplyTo(JsonObject owner, string name, JsonPatchKind kind, JsonNode? value)
    {
        // An addition must add. A replacement and a removal must find the old value.
        Assert.Equal(kind != JsonPatchKind.Add, owner.ContainsKey(name));
        if (kind == JsonPatchKind.Remove)
            owner.Remove(name);
        else
            owner[name] = value;
    }

    private static void ApplyTo(JsonArray owner, int index, JsonPatchKind kind, JsonNode? value)
    {
        switch (kind)
        {
            case JsonPatchKind.Add:
                owner.Insert(index, value);
                break;
            case JsonPatchKind.Remove:
                owner.RemoveAt(index);
                break;
            default:
                owner[index] = value;
                break;
        }
    }

    private static int Index(string segment) => int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture);
}
