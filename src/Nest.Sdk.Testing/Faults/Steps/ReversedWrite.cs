using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Data;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Takes back everything that the write has changed, and nothing else.</summary>
internal sealed class ReversedWrite(TimeSpan after) : IWriteTwist
{
    public void Twist(AcceptedWrite write, Action<TimeSpan, Action<JsonObject>> later)
    {
        var undo = new List<Action<JsonObject>>();
        Collect(write.Before, write.After, [], undo);
        later(after, root => undo.ForEach(step => step(root)));
    }

    private static void Collect(JsonObject before, JsonObject after, string[] folder, List<Action<JsonObject>> undo)
    {
        foreach (var name in before.Union(after).Select(field => field.Key).Distinct(StringComparer.Ordinal))
        {
            var wasThere = before.TryGetPropertyValue(name, out var old);
            var isThere = after.TryGetPropertyValue(name, out var present);
            if (old is JsonObject oldObject && present is JsonObject presentObject)
            {
                Collect(oldObject, presentObject, [.. folder, name], undo);
            }
            else if (wasThere != isThere || !JsonNode.DeepEquals(old, present))
            {
                undo.Add(root => Restore(root, folder, name, wasThere, old));
            }
        }
    }

    private static void Restore(JsonObject root, string[] folder, string name, bool wasThere, JsonNode? old)
    {
        var owner = folder.Aggregate<string, JsonNode?>(root, (node, segment) => (node as JsonObject)?[segment]) as JsonObject;
        if (wasThere && owner is not null)
        {
            owner[name] = old?.DeepClone();
        }
        else
        {
            owner?.Remove(name);
        }
    }
}
