namespace Nest.Sdk.Diffing;

/// <summary>Rejects objects with two members of the same name: a path to such a member is ambiguous.</summary>
internal static class DuplicateNames
{
    /// <summary>Checks a value and all its descendants.</summary>
    /// <exception cref="JsonInputException">An object has two members with the same name.</exception>
    public static void Check(JsonIndex index, int root, ReadOnlySpan<byte> document, NameTable names)
    {
        for (var (entry, end) = (root, index.SubtreeEnd(root)); entry < end; entry++)
        {
            if (index.Kind(entry) == System.Text.Json.JsonValueKind.Object)
                Enter(index, entry, document, names);
        }
    }

    /// <summary>Adds the members of one object to the table.</summary>
    /// <exception cref="JsonInputException">An object has two members with the same name.</exception>
    public static void Enter(JsonIndex index, int owner, ReadOnlySpan<byte> document, NameTable names)
    {
        names.Start(AtMost(index, owner));
        for (var child = index.FirstChild(owner); child >= 0; child = index.NextSibling(child))
        {
            if (!names.TryAdd(child, index, document))
                throw new JsonInputException("An object has two members with the same name; the second is", index.NameStart(child));
        }
    }

    /// <summary>
    /// The maximum number of members. For small objects, the number of all descendants: some spare room costs less than
    /// counting.
    /// </summary>
    private static int AtMost(JsonIndex index, int owner) => index.SubtreeEnd(owner) - owner is var size and < 128 ? size : index.CountChildren(owner);
}
