using System.Text.Json;

namespace Nest.Sdk.Benchmarks.Peers;

/// <summary>The obvious approach: parse, and walk both trees of <see cref="JsonElement"/>.</summary>
internal static class ElementWalk
{
    public static void Compare(string path, JsonElement old, JsonElement next, List<string> changes)
    {
        if (old.ValueKind != next.ValueKind)
        {
            changes.Add(path);
            return;
        }

        switch (old.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObjects(path, old, next, changes);
                break;
            case JsonValueKind.Array:
                CompareArrays(path, old, next, changes);
                break;
            default:
                if (!JsonElement.DeepEquals(old, next))
                    changes.Add(path);
                break;
        }
    }

    private static void CompareObjects(string path, JsonElement old, JsonElement next, List<string> changes)
    {
        foreach (var member in old.EnumerateObject())
        {
            if (next.TryGetProperty(member.Name, out var value))
                Compare(path + "/" + member.Name, member.Value, value, changes);
            else
                changes.Add(path + "/" + member.Name);
        }

        foreach (var member in next.EnumerateObject())
        {
            if (!old.TryGetProperty(member.Name, out _))
                changes.Add(path + "/" + member.Name);
        }
    }

    private static void CompareArrays(string path, JsonElement old, JsonElement next, List<string> changes)
    {
        if (old.GetArrayLength() != next.GetArrayLength())
        {
            changes.Add(path);
            return;
        }

        for (var i = 0; i < old.GetArrayLength(); i++)
            Compare(path + "/" + i, old[i], next[i], changes);
    }
}
