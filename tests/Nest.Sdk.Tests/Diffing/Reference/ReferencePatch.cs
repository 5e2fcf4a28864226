using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing.Reference;

/// <summary>
/// Applies the changes of a comparison and verifies each: an added value did not exist, and a replaced or removed value
/// existed and equals the old value.
/// </summary>
internal static class ReferencePatch
{
    public static JsonTree Apply(JsonTree document, IEnumerable<JsonPatchOperation> changes)
    {
        var root = JsonTree.List(document.Clone());
        foreach (var change in changes)
            Apply(root, change);
        return root.Items[0];
    }

    private static void Apply(JsonTree root, JsonPatchOperation change)
    {
        var value = change.Value is { } element ? TreeOf(element) : null;
        Assert.Equal(change.Kind != JsonPatchKind.Remove, value is not null);
        Assert.Equal(change.Kind != JsonPatchKind.Add, change.OldValue is not null);
        // The root is in a list, so that it has a container like all other values.
        var names = new[] { "0" }.Concat(change.Path.Split('/').Skip(1).Select(Unescape)).ToArray();
        var owner = names[..^1].Aggregate(root, Child);
        if (change.Kind != JsonPatchKind.Add)
            Assert.True(ReferenceEquality.IsSame(TreeOf(change.OldValue!.Value), Child(owner, names[^1])), $"{change}: OldValue differs from the replaced value");
        if (owner.Kind == JsonTreeKind.Object)
            ApplyToMember(owner, names[^1], change.Kind, value);
        else
            ApplyToItem(owner, Index(names[^1]), change.Kind, value);
    }

    private static void ApplyToMember(JsonTree owner, string name, JsonPatchKind kind, JsonTree? value)
    {
        var place = owner.Members.FindIndex(member => member.Name == name);
        Assert.Equal(kind == JsonPatchKind.Add, place < 0);
        if (kind == JsonPatchKind.Add)
            owner.Members.Add(new JsonTreeMember(name, value!));
        else if (kind == JsonPatchKind.Remove)
            owner.Members.RemoveAt(place);
        else
            owner.Members[place].Value = value!;
    }

    private static void ApplyToItem(JsonTree owner, int index, JsonPatchKind kind, JsonTree? value)
    {
        Assert.Equal(JsonTreeKind.List, owner.Kind);
        if (kind == JsonPatchKind.Add)
            owner.Items.Insert(index, value!);
        else if (kind == JsonPatchKind.Remove)
            owner.Items.RemoveAt(index);
        else
            owner.Items[index] = value!;
    }

    private static JsonTree Child(JsonTree owner, string name) => owner.Kind == JsonTreeKind.Object
        ? Assert.IsType<JsonTree>(owner.Member(name))
        : owner.Items[Index(name)];

    private static JsonTree TreeOf(JsonElement element) => ReferenceParser.Parse(JsonMarshal.GetRawUtf8Value(element));

    private static string Unescape(string name) => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static int Index(string name)
    {
        var index = int.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture);
        Assert.Equal(name, index.ToString(CultureInfo.InvariantCulture));
        return index;
    }
}
