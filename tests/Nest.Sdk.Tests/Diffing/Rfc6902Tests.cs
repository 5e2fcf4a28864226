using System.Text;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing;

public class Rfc6902Tests
{
    public static TheoryData<string, string, string, string?> Examples => Rfc6902Examples.All;

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_appendix_has_the_documented_result(string title, string document, string patch, string? expected)
    {
        if (expected is null)
        {
            var error = Record.Exception(() => Apply(document, patch));
            Assert.True(error is JsonPatchException or JsonInputException, title);
            return;
        }

        var result = Apply(document, patch);

        Assert.True(ReferenceEquality.IsSame(Parse(expected), ReferenceParser.Parse(result)), title);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_comparison_finds_the_patch_between_an_example_and_its_result_in_both_directions(string title, string document, string patch, string? expected)
    {
        _ = patch;
        var other = expected ?? "{}";

        AssertWay(title, document, other);
        AssertWay(title, other, document);
    }

    private static void AssertWay(string title, string from, string to)
    {
        var changes = Utf8JsonDiff.Compare(Encoding.UTF8.GetBytes(from), Encoding.UTF8.GetBytes(to)).ToOperations();

        var result = JsonPatch.Apply(Encoding.UTF8.GetBytes(from), changes);

        Assert.True(ReferenceEquality.IsSame(Parse(to), ReferenceParser.Parse(result)), title);
    }

    private static byte[] Apply(string document, string patch) => JsonPatch.Apply(Encoding.UTF8.GetBytes(document), Encoding.UTF8.GetBytes(patch));

    private static JsonTree Parse(string json) => ReferenceParser.Parse(Encoding.UTF8.GetBytes(json));
}
