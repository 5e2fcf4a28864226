using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>The kinds of edits of the items of a list.</summary>
internal static class JsonListEdit
{
    public static void Apply(int kind, JsonTree list, JsonTree fresh, Random random)
    {
        var items = list.Items;
        if (kind is 0 or 1 || items.Count == 0)
        {
            Insert(items, fresh, isList: kind == 1, random);
            return;
        }

        var at = random.Next(items.Count);
        switch (kind)
        {
            case 2:
                items.RemoveAt(at);
                break;
            case 3:
                items[at] = fresh;
                break;
            case 4:
                var moved = items[at];
                items.RemoveAt(at);
                items.Insert(JsonObjectEdit.Place(items.Count, random), moved);
                break;
            case 5:
                items.Insert(JsonObjectEdit.Place(items.Count, random), items[at].Clone());
                break;
            default:
                items.RemoveRange(at, random.Next(items.Count - at + 1));
                break;
        }
    }

    private static void Insert(List<JsonTree> items, JsonTree fresh, bool isList, Random random)
    {
        if (!isList)
        {
            items.Insert(JsonObjectEdit.Place(items.Count, random), fresh);
            return;
        }

        for (var left = random.Next(1, 6); left > 0; left--)
            items.Insert(JsonObjectEdit.Place(items.Count, random), JsonTree.String($"new-{random.Next(100)}"));
    }
}
