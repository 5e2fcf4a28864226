using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

/// <summary>What RFC 6902 says of move and copy, in terms of the others.</summary>
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
    public void To_copy_is_to_add_what_was_found() => Places.Holds(500, one => Assert.Equal(
        Outcome(one.Document, [Add(one.Path, one.Value)]),
        Outcome(one.Document, [new JsonPatchOperation { Kind = JsonPatchKind.Copy, From = one.From, Path = one.Path }])), Print);

    [Fact]
    public void To_move_is_to_remove_and_to_add_what_was_found() => Places.Holds(500, one =>
    {
        var move = new JsonPatchOperation { Kind = JsonPatchKind.Move, From = one.From, Path = one.Path };
        var remove = new JsonPatchOperation { Kind = JsonPatchKind.Remove, Path = one.From };

        var outcome = Outcome(one.Document, [move]);

        // A value cannot go into itself, and one that stays where it is keeps its place too.
        if (one.Path == one.From)
            Assert.Equal(Outcome(one.Document, []), outcome);
        else
            Assert.Equal(one.Path.StartsWith(one.From + "/", StringComparison.Ordinal) ? "no" : Outcome(one.Document, [remove, Add(one.Path, one.Value)]), outcome);
    }, Print);

    [Fact]
    public void Each_value_is_what_it_is_tested_for_and_can_be_replaced_by_itself() => Places.Holds(500, one =>
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
