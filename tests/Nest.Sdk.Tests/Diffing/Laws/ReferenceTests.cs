using System.Text.Json;
using System.Text.Unicode;
using CsCheck;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

/// <summary>Tests the reference parser against the framework's reader, where both have the same rules.</summary>
public class ReferenceTests
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = Utf8JsonDiff.MaxDepth };

    [Fact]
    public void It_agrees_with_the_reader_of_the_framework() => Gen.Select(VersionPair.Document, VersionPair.Style, JsonDamage.Some, (tree, style, damages) => JsonDamage.Apply(style.Write(tree), damages)).Holds(1_000, json =>
    {
        Assert.Equal(Utf8.IsValid(json) && IsValid(json), ReferenceParser.Accepts(json));
    }, json => Law.Print(json));

    [Fact]
    public void It_reads_back_what_was_written() => VersionPair.Document.Select(JsonStyle.Any).Holds(500, one =>
        Assert.True(ReferenceEquality.IsSame(one.Item1, ReferenceParser.Parse(one.Item2.Write(one.Item1)))), one => Law.Print(one.Item2.Write(one.Item1)));

    [Fact]
    public void Test_operations_agree_with_the_comparison() => VersionPair.Any.Holds(1_000, pair =>
    {
        var areSame = ReferenceEquality.IsSame(ReferenceParser.Parse(pair.Old), ReferenceParser.Parse(pair.Next));
        var test = new JsonPatchOperation { Kind = JsonPatchKind.Test, Path = "", Value = JsonElement.Parse(pair.Next) };

        Assert.Equal(areSame, Record.Exception(() => JsonPatch.Apply(pair.Old, [test])) is null);
    }, pair => pair.ToString());

    private static bool IsValid(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // Only the reference parser can compare names with an unpaired surrogate.
            return ReferenceParser.Accepts(json);
        }
    }
}
