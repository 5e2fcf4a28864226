using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Streaming;

/// <summary>The changes of a document that subscribers see: copies of them, without the token, which is no part of the home.</summary>
internal static class HomeChanges
{
    /// <summary>More changes than this come as one, of the whole document: a copied change takes some hundred bytes, and a document has room for millions.</summary>
    private const int MostChanges = 10_000;

    public static IReadOnlyList<JsonPatchOperation> Of(JsonChanges changes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next)
    {
        if (changes.Count > MostChanges)
            return [WithoutToken(new JsonPatchOperation { Kind = JsonPatchKind.Replace, Path = "", OldValue = JsonElement.Parse(old), Value = JsonElement.Parse(next) })];
        var operations = new List<JsonPatchOperation>(changes.Count);
        foreach (var change in changes)
        {
            if (!TokenMembers.IsIn(change.Pointer))
                operations.Add(WithoutToken(change.ToOperation()));
        }

        return operations;
    }

    /// <summary>What is around the token may come or go as a whole.</summary>
    private static JsonPatchOperation WithoutToken(JsonPatchOperation change) =>
        IsContainer(change.OldValue) || IsContainer(change.Value)
            ? new JsonPatchOperation { Kind = change.Kind, Path = change.Path, OldValue = TokenMembers.Without(change.OldValue), Value = TokenMembers.Without(change.Value) }
            : change;

    private static bool IsContainer(JsonElement? value) => value is { ValueKind: JsonValueKind.Object or JsonValueKind.Array };
}
