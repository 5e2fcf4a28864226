namespace Nest.Sdk.Diffing.Patching;

/// <summary>
/// Compares two values by meaning: the order of members, white space, and the spelling of numbers and escapes do not
/// matter.
/// </summary>
internal static class JsonPatchEquality
{
    public static bool IsSame(JsonPatchValue one, JsonPatchValue other)
    {
        if (one.IsContainer || other.IsContainer)
            return one.IsContainer && other.IsContainer && IsSameContainer(one, other);
        return IsSameLeaf(one.Utf8, other.Utf8);
    }

    private static bool IsSameContainer(JsonPatchValue one, JsonPatchValue other)
    {
        if (one.Container is null && other.Container is null && one.Utf8.SequenceEqual(other.Utf8))
            return true;
        return (one.Open(), other.Open()) switch
        {
            (JsonPatchObject first, JsonPatchObject second) => IsSameObject(first, second),
            (JsonPatchArray first, JsonPatchArray second) => IsSameList(first, second),
            _ => false,
        };
    }

    private static bool IsSameObject(JsonPatchObject one, JsonPatchObject other)
    {
        if (one.Count != other.Count)
            return false;
        foreach (var name in one.Names)
        {
            if (!one.TryGet(name, out var value) || !other.TryGet(name, out var same) || !IsSame(value, same))
                return false;
        }

        return true;
    }

    private static bool IsSameList(JsonPatchArray one, JsonPatchArray other) =>
        one.Count == other.Count && one.Items.Zip(other.Items).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSameLeaf(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceEqual(other))
            return true;
        JsonLeaf.TryMeasure(one, 0, out var kind);
        JsonLeaf.TryMeasure(other, 0, out var otherKind);
        return kind == otherKind && JsonMeaning.AreEqual(kind, one, other);
    }
}
