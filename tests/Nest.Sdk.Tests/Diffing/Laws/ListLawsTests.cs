using System.Text;
using CsCheck;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing.Laws;

public class ListLawsTests
{
    /// <summary>A list of distinct ids, and the same one without some of them.</summary>
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

    private static void AssertCost(string[] old, string[] next, JsonPatchKind kind)
    {
        var changes = Utf8JsonDiff.Compare(Write(old), Write(next)).ToOperations();

        Assert.Equal(Math.Abs(old.Length - next.Length), changes.Count);
        Assert.All(changes, change => Assert.Equal(kind, change.Kind));
    }

    private static byte[] Write(string[] items) => Encoding.UTF8.GetBytes($$"""{"ids":[{{string.Join(',', items)}}],"x":1}""");

    private static string Print((string[] Longer, string[] Shorter) one) => Law.Print(Write(one.Longer), Write(one.Shorter));
}
