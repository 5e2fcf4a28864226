using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Homes;

/// <summary>Reads the document of a home that was written by hand, saved, or captured from a stream.</summary>
internal static class HomeDocument
{
    // A shorter text is not a token and could be part of a name.
    private const int ShortestToken = 8;

    /// <exception cref="JsonException">The document is not a valid home. The message says where.</exception>
    public static JsonObject Read(ReadOnlySpan<byte> utf8Json)
    {
        var root = Unwrap(JsonText.ParseByHand(utf8Json)) as JsonObject ?? throw new JsonException("A home must be a JSON object.");
        ThrowIfNotHome(root);
        return WithoutTokens(root);
    }

    /// <summary>Returns the data of a put at the root. Returns any other document unchanged.</summary>
    private static JsonNode? Unwrap(JsonNode? node) =>
        node is JsonObject { Count: 2 } put && put["path"].Text() is "/" && put["data"] is JsonObject data ? data.DeepClone() : node;

    private static void ThrowIfNotHome(JsonObject root)
    {
        RequireObject(root["metadata"], "/metadata");
        RequireObject(root["devices"], "/devices");
        RequireItems(root["structures"], "/structures");
        foreach (var kind in (ReadOnlySpan<string>)["thermostats", "smoke_co_alarms", "cameras"])
            RequireItems(root["devices"].Child(kind), $"/devices/{kind}");
    }

    private static void RequireItems(JsonNode? collection, string path)
    {
        RequireObject(collection, path);
        foreach (var (id, item) in collection as JsonObject ?? [])
            RequireObject(item, $"{path}/{id}");
    }

    private static void RequireObject(JsonNode? node, string path)
    {
        if (node is not (null or JsonObject))
            throw new JsonException($"'{path}' must be a JSON object (collections are keyed by id); it is {(node is JsonArray ? "an array" : "a single value")}.");
    }

    /// <summary>Replaces every token with the placeholder.</summary>
    private static JsonObject WithoutTokens(JsonObject root)
    {
        var mask = new SecretMask { Replacement = DocumentText.TokenPlaceholder, KeepsPrefix = false };
        if (root["metadata"].Child("access_token").Text() is { Length: >= ShortestToken } own)
            mask.Add(own);

        Clean(root, mask.Apply);
        if (root["metadata"] is JsonObject metadata && metadata.ContainsKey("access_token"))
            metadata["access_token"] = DocumentText.TokenPlaceholder;

        return root;
    }

    private static void Clean(JsonNode? node, Func<string, string> clean)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToArray())
            {
                Clean(value, clean);
                if (value.Text() is { } text)
                    fields[name] = clean(text);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Clean(items[i], clean);
                if (items[i].Text() is { } text)
                    items[i] = clean(text);
            }
        }
    }
}
