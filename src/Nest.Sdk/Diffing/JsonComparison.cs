using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Finds what turns one document into another. Member order, white space and the spelling of strings and numbers do not count.</summary>
internal static class JsonComparison
{
    /// <summary>Compares two documents that are sound JSON.</summary>
    /// <returns>The changes, in the order of the paths in the old document; applied in turn they give the new document.</returns>
    public static IReadOnlyList<JsonPatchOperation> Compare(ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> next)
    {
        using var before = JsonDocument.Parse(old);
        using var after = JsonDocument.Parse(next);
        var changes = new List<JsonPatchOperation>();
        try
        {
            Compare("", before.RootElement, after.RootElement, changes);
            return changes;
        }
        catch (InvalidOperationException)
        {
            // An escape for half a surrogate pair is sound JSON but no text, so it has no path: the document counts as replaced.
            return [Replace("", before.RootElement, after.RootElement)];
        }
    }

    private static void Compare(string path, JsonElement before, JsonElement after, List<JsonPatchOperation> changes)
    {
        if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object)
            CompareObjects(path, before, after, changes);
        else if (before.ValueKind == JsonValueKind.Array && after.ValueKind == JsonValueKind.Array)
            CompareArrays(path, before, after, changes);
        else if (!IsSame(before, after))
            changes.Add(Replace(path, before, after));
    }

    private static JsonPatchOperation Replace(string path, JsonElement before, JsonElement after) =>
        new() { Kind = JsonPatchKind.Replace, Path = path, OldValue = before.Clone(), Value = after.Clone() };

    private static void CompareObjects(string path, JsonElement before, JsonElement after, List<JsonPatchOperation> changes)
    {
        foreach (var member in before.EnumerateObject())
        {
            var place = $"{path}/{Escape(member.Name)}";
            if (after.TryGetProperty(member.Name, out var value))
                Compare(place, member.Value, value, changes);
            else
                changes.Add(new JsonPatchOperation { Kind = JsonPatchKind.Remove, Path = place, OldValue = member.Value.Clone() });
        }

        foreach (var member in after.EnumerateObject())
        {
            if (!before.TryGetProperty(member.Name, out _))
                changes.Add(new JsonPatchOperation { Kind = JsonPatchKind.Add, Path = $"{path}/{Escape(member.Name)}", Value = member.Value.Clone() });
        }
    }

    private static void CompareArrays(string path, JsonElement before, JsonElement after, List<JsonPatchOperation> changes)
    {
        var (old, next) = (before.GetArrayLength(), after.GetArrayLength());
        for (var i = 0; i < Math.Min(old, next); i++)
            Compare($"{path}/{i}", before[i], after[i], changes);
        // From the end, so that every index is right when its turn comes.
        for (var i = old - 1; i >= next; i--)
            changes.Add(new JsonPatchOperation { Kind = JsonPatchKind.Remove, Path = $"{path}/{i}", OldValue = before[i].Clone() });
        for (var i = old; i < next; i++)
            changes.Add(new JsonPatchOperation { Kind = JsonPatchKind.Add, Path = $"{path}/{i}", Value = after[i].Clone() });
    }

    private static bool IsSame(JsonElement before, JsonElement after) => before.ValueKind == after.ValueKind && before.ValueKind switch
    {
        JsonValueKind.String => before.ValueEquals(after.GetString()),
        JsonValueKind.Number => before.GetRawText() == after.GetRawText() || (before.TryGetDecimal(out var old) && after.TryGetDecimal(out var next) && old == next),
        JsonValueKind.Object or JsonValueKind.Array => false,
        _ => true,
    };

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
