using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Finds what turns one document into another. Member order, white space and the spelling of strings and numbers do not count.</summary>
/// <remarks>Of members with the same name the last one counts. A member whose name holds half a surrogate pair is left out: no path can name it.</remarks>
internal static class JsonComparison
{
    /// <summary>Compares two documents that are sound JSON in UTF-8, with or without a byte order mark.</summary>
    /// <returns>The changes, in the order of the paths in the old document; applied in turn they give the new document.</returns>
    public static IReadOnlyList<JsonPatchOperation> Compare(ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> next)
    {
        using var before = JsonDocument.Parse(WithoutMark(old));
        using var after = JsonDocument.Parse(WithoutMark(next));
        var changes = new List<JsonPatchOperation>();
        Compare("", before.RootElement, after.RootElement, changes);
        return changes;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> document) => document.Span.StartsWith("\uFEFF"u8) ? document[3..] : document;

    private static void Compare(string path, JsonElement before, JsonElement after, List<JsonPatchOperation> changes)
    {
        // Most of a document is the same, byte for byte.
        if (JsonMarshal.GetRawUtf8Value(before).SequenceEqual(JsonMarshal.GetRawUtf8Value(after)))
            return;
        if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object)
            CompareObjects(path, Members(before), Members(after), changes);
        else if (before.ValueKind == JsonValueKind.Array && after.ValueKind == JsonValueKind.Array)
            CompareArrays(path, before, after, changes);
        else if (!IsSame(before, after))
            changes.Add(new JsonPatchOperation { Kind = JsonPatchKind.Replace, Path = path, OldValue = before.Clone(), Value = after.Clone() });
    }

    private static void CompareObjects(string path, OrderedDictionary<string, JsonElement> before, OrderedDictionary<string, JsonElement> after, List<JsonPatchOperation> changes)
    {
        foreach (var (name, old) in before)
        {
            var place = $"{path}/{Escape(name)}";
            if (after.TryGetValue(name, out var value))
                Compare(place, old, value, changes);
            else
                changes.Add(new JsonPatchOperation { Kind = JsonPatchKind.Remove, Path = place, OldValue = old.Clone() });
        }

        foreach (var (name, value) in after)
        {
            if (!before.ContainsKey(name))
                changes.Add(new JsonPatchOperation { Kind = JsonPatchKind.Add, Path = $"{path}/{Escape(name)}", Value = value.Clone() });
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

    private static OrderedDictionary<string, JsonElement> Members(JsonElement owner)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in owner.EnumerateObject())
        {
            try
            {
                members[member.Name] = member.Value;
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair: the parser lets it pass, and no string can hold it.
            }
        }

        return members;
    }

    /// <summary>Whether two values, spelt differently, mean the same.</summary>
    private static bool IsSame(JsonElement before, JsonElement after)
    {
        if (before.ValueKind != after.ValueKind)
            return false;
        try
        {
            return JsonElement.DeepEquals(before, after);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // Half a surrogate pair, or an exponent beyond any arithmetic: such a value equals its own spelling only.
            return false;
        }
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
