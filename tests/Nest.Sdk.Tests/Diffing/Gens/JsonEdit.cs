using CsCheck;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>One edit of a document: its kind, a seed for its position, and a new value.</summary>
internal sealed record JsonEdit(int Kind, int Seed, JsonTree Fresh, string Name)
{
    private const int MaxDepth = 64;

    public static readonly Gen<JsonEdit> Any = Gen.Select(Gen.Int[0, 19], Gen.Int, Gen.Frequency((2, JsonGen.Leaf), (1, JsonGen.Small)), JsonGen.Name, (kind, seed, fresh, name) => new JsonEdit(kind, seed, fresh, name));

    /// <summary>Several edits at once, or no edit.</summary>
    public static readonly Gen<JsonEdit[]> Some = Gen.Frequency((5, Any.Array[0, 3]), (1, Any.Array[3, 12]));

    public static JsonTree Apply(JsonTree tree, IEnumerable<JsonEdit> edits)
    {
        // The root is in a list, so that it has a container like all other values.
        var root = JsonTree.List(tree.Clone());
        foreach (var edit in edits)
            edit.Apply(root);
        // Other tests create much deeper documents.
        return root.Items[0].Height() <= MaxDepth ? root.Items[0] : tree;
    }

    private void Apply(JsonTree root)
    {
        var random = new Random(Seed);
        var slots = JsonSlot.Below(root);
        var slot = slots[random.Next(slots.Count)];
        var objects = slots.Where(each => each.Value.Kind == JsonTreeKind.Object).Select(each => each.Value).ToArray();
        var lists = slots.Where(each => each.Value.Kind == JsonTreeKind.List).Select(each => each.Value).ToArray();
        if (Kind < 5)
            EditValue(slot, slots, random);
        else if (Kind < 13 && objects.Length > 0)
            JsonObjectEdit.Apply(Kind - 5, objects[random.Next(objects.Length)], objects, Fresh.Clone(), Name, random);
        else if (lists.Length > 0)
            JsonListEdit.Apply(Kind - 13, lists[random.Next(lists.Length)], Fresh.Clone(), random);
        else
            slot.Value = Fresh.Clone();
    }

    private void EditValue(JsonSlot slot, List<JsonSlot> slots, Random random)
    {
        var leaves = slots.Where(each => !each.Value.IsContainer).ToArray();
        switch (Kind)
        {
            case 0 or 1 when leaves.Length > 0:
                leaves[random.Next(leaves.Length)].Value = Fresh.Clone();
                break;
            case 2 when leaves.Length > 0:
                Respell(leaves[random.Next(leaves.Length)], random);
                break;
            case 3:
                // Another kind of container, empty or around the same.
                slot.Value = random.Next(5) switch
                {
                    0 => JsonTree.List(slot.Value),
                    1 => JsonTree.Object(new JsonTreeMember(Name, slot.Value)),
                    2 => JsonTree.List(),
                    3 => JsonTree.Object(),
                    _ => JsonSlot.Below(slot.Value) is [var first, ..] ? first.Value : Fresh.Clone(),
                };
                break;
            default:
                slot.Value = Fresh.Clone();
                break;
        }
    }

    private static void Respell(JsonSlot slot, Random random)
    {
        var leaf = slot.Value;
        if (leaf.Kind == JsonTreeKind.Number)
            slot.Value = JsonTree.Number(JsonSpelling.Number(leaf.Text, random));
        else if (leaf.Kind == JsonTreeKind.String)
            leaf.Spelling = JsonSpelling.Escaped(leaf.Text, random, 0.3);
    }
}
