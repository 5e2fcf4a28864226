using System.Diagnostics;
using System.Globalization;
using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>Tests that a small patch of a large document is cheap.</summary>
public class JsonPatchCostTests
{
    private static readonly string LongList = $"[{string.Join(',', Enumerable.Repeat("0", 500_000))}]";

    [Fact]
    public void Deep_values_added_and_removed_next_to_a_long_list_do_not_read_the_list()
    {
        var deep = new string('[', 60) + new string(']', 60);
        var round = $$"""
            {"op":"add","path":"/x/a/y/0","value":{{deep}}},{"op":"remove","path":"/x/a/y/0"},
            {"op":"move","from":"/x/a","path":"/z/q/a"},{"op":"move","from":"/z/q/a","path":"/x/a"}
            """;
        var patch = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(round, 2_000))}]");
        // Both are measured, since the machine can be busy.
        var shorter = Time("[0]");

        var longer = Time(LongList);

        // Reading each item for each move took a hundred times as long.
        Assert.InRange(longer, TimeSpan.Zero, TimeSpan.FromSeconds(2) + (10 * shorter));

        TimeSpan Time(string list)
        {
            var document = Encoding.UTF8.GetBytes("""{"x":{"a":{"y":""" + list + """}},"z":{"q":{}}}""");
            var watch = Stopwatch.StartNew();
            var result = JsonPatch.Apply(document, patch);
            watch.Stop();
            Assert.Equal(document, result);
            return watch.Elapsed;
        }
    }

    [Fact]
    public void Changes_inside_copies_are_limited()
    {
        var document = Encoding.UTF8.GetBytes($$"""{"a":{{LongList}}}""");
        var copies = Enumerable.Range(0, 60).Select(static i => string.Create(CultureInfo.InvariantCulture, $$"""{"op":"copy","from":"/a","path":"/b{{i}}"}"""));
        var changes = Enumerable.Range(0, 60).Select(static i => string.Create(CultureInfo.InvariantCulture, $$"""{"op":"replace","path":"/b{{i}}/0","value":1}"""));
        var patch = Encoding.UTF8.GetBytes($"[{string.Join(',', copies.Concat(changes))}]");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<JsonPatchException>(() => JsonPatch.Apply(document, patch));

        Assert.Contains("256 MB", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512L << 20);
    }

    [Fact]
    public void Changes_to_the_document_itself_are_not_limited()
    {
        // If these counted as copies, they would exceed the limit.
        var document = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(LongList, 17))}]");
        var patch = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 17).Select(static i => string.Create(CultureInfo.InvariantCulture, $$"""{"op":"replace","path":"/{{i}}/0","value":1}""")))}]");

        Assert.Equal(document.Length, JsonPatch.Apply(document, patch).Length);
    }
}
