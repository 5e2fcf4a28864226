using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>
/// Reverses everything that the write changed, including hidden state. Keeps later changes by others.
/// </summary>
internal sealed class ReversedWrite(TimeSpan after) : IWriteAlteration
{
    public void Alter(AcceptedWrite write, Action<TimeSpan, Action<HomeState>> later)
    {
        var told = new List<Action<JsonObject>>();
        var hidden = new List<Action<JsonObject>>();
        Collect(write.Before.Document, write.After.Document, [], told);
        Collect(write.Before.Hidden, write.After.Hidden, [], hidden);
        later(after, present =>
        {
            told.ForEach(undo => undo(present.Document));
            hidden.ForEach(undo => undo(present.Hidden));
        });
    }

    private static void Collect(JsonObject before, JsonObject after, string[] folder, List<Action<JsonObject>> undo)
    {
        foreach (var name in before.Union(after).Select(field => field.Key).Distinct(StringComparer.Ordinal))
        {
            var wasThere = before.TryGetPropertyValue(name, out var old);
            var isThere = after.TryGetPropertyValue(name, out var left);
            if (left is JsonObject leftObject && (old is JsonObject || !wasThere))
            {
                Collect(old as JsonObject ?? [], leftObject, [.. folder, name], undo);
            }
            else if (wasThere != isThere || !JsonNode.DeepEquals(old, left))
            {
                // A copy of the written value: the document may change later.
                var written = left?.DeepClone();
                undo.Add(root => Restore(root, folder, name, wasThere ? (true, old) : default, isThere ? (true, written) : default));
            }
        }
    }

    private static void Restore(JsonObject root, string[] folder, string name, (bool IsThere, JsonNode? Value) old, (bool IsThere, JsonNode? Value) written)
    {
        if (folder.Aggregate<string, JsonNode?>(root, (node, segment) => (node as JsonObject)?[segment]) is not JsonObject owner
            || owner.TryGetPropertyValue(name, out var present) != written.IsThere
            || !JsonNode.DeepEquals(present, written.Value))
        {
            return;
        }

        if (old.IsThere)
            owner[name] = old.Value?.DeepClone();
        else
            owner.Remove(name);
    }
}
