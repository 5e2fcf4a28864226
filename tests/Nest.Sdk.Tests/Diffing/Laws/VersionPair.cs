using CsCheck;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

/// <summary>A document and its next version, as bytes.</summary>
internal sealed record VersionPair(byte[] Old, byte[] Next)
{
    public static readonly Gen<JsonTree> Document = Gen.Frequency((4, JsonGen.Any), (1, HomeGen.Home));

    public static readonly Gen<JsonStyle> Style = Gen.Frequency((3, Gen.Const(JsonStyle.Compact)), (1, JsonStyle.Any));

    public static readonly Gen<VersionPair> Any = Gen.Frequency(
        (9, Gen.Select(Document, JsonEdit.Some, Style, Style, (tree, edits, one, other) => new VersionPair(one.Write(tree), other.Write(JsonEdit.Apply(tree, edits))))),
        (1, Gen.Select(Document, Document, Style, Style, (tree, unrelated, one, other) => new VersionPair(one.Write(tree), other.Write(unrelated)))));

    public override string ToString() => Law.Print(Old, Next);
}
