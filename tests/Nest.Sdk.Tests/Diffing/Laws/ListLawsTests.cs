using System.Text;
using CsCheck;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

public class ListLawsTests
{
    /// <summary>A list of distinct ids, and the same list without some of them.</summary>
    private static readonly Gen<(string[] Longer, string[] Shorter)> Lists = Gen.Select(Gen.Int[1, 200], Gen.Int[1, 12], Gen.Int, (count, fewer, seed) =>
    {
        var random = new Random(seed);
        string[] longer = [.. Enumerable.Range(0, count).Select(i => (i % 3) switch { 0 => $"\"id-{i}\"", 1 => $"{i}", _ => $"\"{i}\"" })];
        random.Shuffle(longer);
        var gone = Enumerable.Range(0, Math.Min(fewer, count)).Select(_ => random.Next(count)).ToHashSet();
        return (longer, longer.Where((_, i) => !gone.Contains(i)).ToArray());
    });

    [Fact]
    public void Inserted_ids_cost_one_addition_each() => Lists.Holds(500, one => AssertCost(one.Shorter, one.Longer, JsonPatchKind.Add), Print);

    [Fact]
    public void Removed_ids_cost_one_removal_each() => Lists.Holds(500, one => AssertCost(one.Longer, one.Shorter, JsonPatchKind.Remove), Print);

    [Fact]
    public void Lists_of_any_length_are_compared() => Gen.Select(Gen.Int[0, 700], Gen.Int, Edited).Holds(200, pair =>
    {
        var changes = Utf8JsonDiff.Compare(pair.Old, pair.Next).ToOperations();

        Assert.True(ReferenceEquality.IsSame(ReferenceParser.Parse(pair.Next), ReferencePatch.Apply(ReferenceParser.Parse(pair.Old), changes)));
        Assert.Equal(pair.Old.SequenceEqual(pair.Next), changes.Count == 0);
    }, pair => pair.ToString());

    /// <summary>
    /// Similar numbers, texts, and objects with lists, some of which are added, removed, moved or changed.
    /// </summary>
    private static VersionPair Edited(int count, int seed)
    {
        var random = new Random(seed);
        List<string> items = [.. Enumerable.Range(0, count).Select(i => random.Next(4) switch { 0 => $"{i % 30}", 1 => $"{i + 1}0", 2 => $"\"{i}\"", _ => $$"""{"id":{{i}},"of":[{{i % 7}},1,2]}""" })];
        var old = Write([.. items]);
        for (var left = random.Next(12); left > 0 && items.Count > 0; left--)
        {
            var at = random.Next(items.Count);
            var item = items[at];
            items.RemoveRange(at, random.Next(4) == 0 ? Math.Min(items.Count - at, random.Next(1, 100)) : random.Next(2));
            items.Insert(random.Next(items.Count + 1), random.Next(3) == 0 ? item.Replace('1', '3') : item);
        }

        return new VersionPair(old, Write([.. items]));
    }

    private static void AssertCost(string[] old, string[] next, JsonPatchKind kind)
    {
        var changes = Utf8JsonDiff.Compare(Write(old), Write(next)).ToOperations();

        Assert.Equal(Math.Abs(old.Length - next.Length), changes.Count);
        Assert.All(changes, change => Assert.Equal(kind, change.Kind));
    }

    private static byte[] Write(string[] items) => Encoding.UTF8.GetBytes($$"""{"ids":[{{string.Join(',', items)}}],"x":1}""");

    private static string Print((string[] Longer, string[] Shorter) one) => Law.Print(Write(one.Longer), Write(one.Shorter));
}
