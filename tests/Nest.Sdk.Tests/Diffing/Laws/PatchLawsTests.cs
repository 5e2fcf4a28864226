using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

/// <summary>Tests move and copy as RFC 6902 defines them by the other operations.</summary>
public class PatchLawsTests
{
    private static readonly Gen<(byte[] Document, string From, string Path, JsonElement Value)> Places = VersionPair.Document.Select(Gen.Int, (tree, seed) =>
    {
        var random = new Random(seed);
        var places = new List<(string Path, JsonTree Value)>();
        Collect("", tree, places);
        var (from, value) = places[random.Next(places.Count)];
        var path = places[random.Next(places.Count)].Path + (random.Next(3) == 0 ? random.Next(2) == 0 ? "/-" : "/new" : "");
        return (JsonStyle.Compact.Write(tree), from, path, JsonElement.Parse(JsonStyle.Compact.Write(value)));
    });

    [Fact]
    public void A_copy_equals_an_addition_of_the_found_value() => Places.Holds(500, one => Assert.Equal(
        Outcome(one.Document, [Add(one.Path, one.Value)]),
        Outcome(one.Document, [new JsonPatchOperation { Kind = JsonPatchKind.Copy, From = one.From, Path = one.Path }])), Print);

    [Fact]
    public void A_move_equals_a_removal_and_an_addition_of_the_found_value() => Places.Holds(500, one =>
    {
        var move = new JsonPatchOperation { Kind = JsonPatchKind.Move, From = one.From, Path = one.Path };
        var remove = new JsonPatchOperation { Kind = JsonPatchKind.Remove, Path = one.From };

        var outcome = Outcome(one.Document, [move]);

        // A value cannot move into itself. A value that moves to its own path keeps its position.
        if (one.Path == one.From)
            Assert.Equal(Outcome(one.Document, []), outcome);
        else
            Assert.Equal(one.Path.StartsWith(one.From + "/", StringComparison.Ordinal) ? "no" : Outcome(one.Document, [remove, Add(one.Path, one.Value)]), outcome);
    }, Print);

    [Fact]
    public void Each_value_passes_its_test_operation_and_can_be_replaced_by_itself() => Places.Holds(500, one =>
    {
        var test = new JsonPatchOperation { Kind = JsonPatchKind.Test, Path = one.From, Value = one.Value };
        var replace = new JsonPatchOperation { Kind = JsonPatchKind.Replace, Path = one.From, Value = one.Value };

        Assert.Equal(Encoding.UTF8.GetString(one.Document), Outcome(one.Document, [test, replace, test]));
    }, Print);

    private static JsonPatchOperation Add(string path, JsonElement value) => new() { Kind = JsonPatchKind.Add, Path = path, Value = value };

    private static string Outcome(byte[] document, List<JsonPatchOperation> operations)
    {
        try
        {
            return Encoding.UTF8.GetString(JsonPatch.Apply(document, operations));
        }
        catch (JsonPatchException)
        {
            return "no";
        }
    }

    private static void Collect(string path, JsonTree tree, List<(string Path, JsonTree Value)> places)
    {
        places.Add((path, tree));
        for (var i = 0; i < tree.Items.Count; i++)
            Collect(string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"), tree.Items[i], places);
        foreach (var member in tree.Members)
            Collect($"{path}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", member.Value, places);
    }

    private static string Print((byte[] Document, string From, string Path, JsonElement Value) one) => $"{Law.Print(one.Document)} from {one.From} to {one.Path}";
}
