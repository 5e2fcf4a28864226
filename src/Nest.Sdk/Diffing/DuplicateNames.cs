namespace Nest.Sdk.Diffing;

/// <summary>Refuses objects with two members of one name: nobody could say which of them a path means.</summary>
internal static class DuplicateNames
{
    /// <summary>Checks a value and everything in it.</summary>
    /// <exception cref="JsonInputException">There are two members of one name.</exception>
    public static void Check(JsonIndex index, int root, ReadOnlySpan<byte> document, NameTable names)
    {
        for (var (entry, end) = (root, index.SubtreeEnd(root)); entry < end; entry++)
        {
            if (index.Kind(entry) == System.Text.Json.JsonValueKind.Object)
                Enter(index, entry, document, names);
        }
    }

    /// <summary>Enters the members of one object into the table.</summary>
    /// <exception cref="JsonInputException">There are two members of one name.</exception>
    public static void Enter(JsonIndex index, int owner, ReadOnlySpan<byte> document, NameTable names)
    {
        names.Start(AtMost(index, owner));
        for (var child = index.FirstChild(owner); child >= 0; child = index.NextSibling(child))
        {
            if (!names.TryAdd(child, index, document))
                throw new JsonInputException("Two members of one object have the same name; the second stands", index.NameStart(child));
        }
    }

    /// <summary>How many members there may be. Of small objects all that is in them: a little too much room costs less than counting.</summary>
    private static int AtMost(JsonIndex index, int owner) => index.SubtreeEnd(owner) - owner is var size and < 128 ? size : index.CountChildren(owner);
}
