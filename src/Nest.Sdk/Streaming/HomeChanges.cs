using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Streaming;

/// <summary>
/// Copies the changes of a document for subscribers, without the token, which is not part of the home.
/// </summary>
internal static class HomeChanges
{
    /// <summary>
    /// More changes are merged into one of the whole document: a copied change takes some hundred bytes, and a document
    /// may contain millions.
    /// </summary>
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

    /// <summary>
    /// Removes the token from the values, because an object that contains the token may be added or removed as a whole.
    /// </summary>
    private static JsonPatchOperation WithoutToken(JsonPatchOperation change) =>
        IsContainer(change.OldValue) || IsContainer(change.Value)
            ? new JsonPatchOperation { Kind = change.Kind, Path = change.Path, OldValue = TokenMembers.Without(change.OldValue), Value = TokenMembers.Without(change.Value) }
            : change;

    private static bool IsContainer(JsonElement? value) => value is { ValueKind: JsonValueKind.Object or JsonValueKind.Array };
}
