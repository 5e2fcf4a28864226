using System.Text.Json.Nodes;

namespace Nest.Sdk.Benchmarks.Peers;

/// <summary>The same walk over <see cref="JsonNode"/>.</summary>
internal static class NodeWalk
{
    public static void Compare(string path, JsonNode? old, JsonNode? next, List<string> changes)
    {
        switch (old, next)
        {
            case (JsonObject before, JsonObject after):
                CompareObjects(path, before, after, changes);
                break;
            case (JsonArray before, JsonArray after) when before.Count == after.Count:
                for (var i = 0; i < before.Count; i++)
                    Compare(path + "/" + i, before[i], after[i], changes);
                break;
            default:
                if (!JsonNode.DeepEquals(old, next))
                    changes.Add(path);
                break;
        }
    }

    private static void CompareObjects(string path, JsonObject old, JsonObject next, List<string> changes)
    {
        foreach (var (name, value) in old)
        {
            if (next.TryGetPropertyValue(name, out var after))
                Compare(path + "/" + name, value, after, changes);
            else
                changes.Add(path + "/" + name);
        }

        foreach (var (name, _) in next)
        {
            if (!old.ContainsKey(name))
                changes.Add(path + "/" + name);
        }
    }
}
