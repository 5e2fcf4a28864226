using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Streaming;

/// <summary>The changes of a document that subscribers see: copies of them, without the token, which is no part of the home.</summary>
internal static class HomeChanges
{
    private const string TokenPath = "/metadata/access_token";

    private const string TokenOwnerPath = "/metadata";

    /// <summary>More changes than this come as one, of the whole document: a copied change takes some hundred bytes, and a document has room for millions.</summary>
    private const int MostChanges = 10_000;

    public static IReadOnlyList<JsonPatchOperation> Of(JsonChanges changes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next)
    {
        if (changes.Count > MostChanges)
            return [WithoutToken(new JsonPatchOperation { Kind = JsonPatchKind.Replace, Path = "", OldValue = JsonElement.Parse(old), Value = JsonElement.Parse(next) })];
        var operations = new List<JsonPatchOperation>(changes.Count);
        foreach (var change in changes)
        {
            if (change.ToOperation() is var operation && operation.Path != TokenPath)
                operations.Add(WithoutToken(operation));
        }

        return operations;
    }

    /// <summary>The owner of the token may come or go as a whole, and so may the document.</summary>
    private static JsonPatchOperation WithoutToken(JsonPatchOperation change) => change.Path is "" or TokenOwnerPath
        ? new JsonPatchOperation { Kind = change.Kind, Path = change.Path, OldValue = WithoutToken(change.OldValue, change.Path), Value = WithoutToken(change.Value, change.Path) }
        : change;

    private static JsonElement? WithoutToken(JsonElement? value, string path) =>
        value is { ValueKind: JsonValueKind.Object } owner ? JsonElement.Parse(path.Length == 0 ? HomeText(owner) : MetadataText(owner)) : value;

    private static string HomeText(JsonElement home) => Text(home.EnumerateObject()
        .Select(static member => IsNamed(member, "metadata"u8) && member.Value.ValueKind == JsonValueKind.Object ? $"\"metadata\":{MetadataText(member.Value)}" : member.ToString()));

    private static string MetadataText(JsonElement metadata) =>
        Text(metadata.EnumerateObject().Where(static member => !IsNamed(member, "access_token"u8)).Select(static member => member.ToString()));

    private static string Text(IEnumerable<string> members) => $"{{{string.Join(',', members)}}}";

    private static bool IsNamed(JsonProperty member, ReadOnlySpan<byte> name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in the name.
            return false;
        }
    }
}
