using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>Tests that the index after a commit equals the index of a full read, whatever path changed it.</summary>
public class CommitTests
{
    private const string Home = """{"devices":{"t":{"A":{"h":40,"n":"x","l":[1,2]},"B":{"h":45,"n":"yy"}}},"structures":{"S":{"t":["A","B"],"away":"home"}},"v":1}""";

    public static TheoryData<string, string> Versions => new()
    {
        { "a leaf of the same length", Home.Replace("40", "50", StringComparison.Ordinal) },
        { "a leaf of another kind and the same length", Home.Replace("\"yy\"", "null", StringComparison.Ordinal) },
        { "leaves that grow and shrink", Home.Replace("40", "5", StringComparison.Ordinal).Replace("\"yy\"", "\"longer than before\"", StringComparison.Ordinal).Replace("\"v\":1", "\"v\":1000", StringComparison.Ordinal) },
        { "a device more", Home.Replace("\"B\":{", "\"AB\":{\"h\":1,\"o\":{}},\"B\":{", StringComparison.Ordinal).Replace("[\"A\",", "[\"A\",\"AB\",", StringComparison.Ordinal) },
        { "a device less", Home.Replace("\"A\":{\"h\":40,\"n\":\"x\",\"l\":[1,2]},", "", StringComparison.Ordinal).Replace("\"A\",", "", StringComparison.Ordinal) },
        { "the last device less", Home.Replace(",\"B\":{\"h\":45,\"n\":\"yy\"}", "", StringComparison.Ordinal) },
        { "a member at the end", Home.Replace("\"v\":1", "\"v\":1,\"w\":{\"x\":[[1]]}", StringComparison.Ordinal) },
        { "a container instead of a leaf", Home.Replace("\"x\"", "{\"y\":[1]}", StringComparison.Ordinal) },
        { "a leaf instead of a container", Home.Replace("[1,2]", "0", StringComparison.Ordinal) },
        { "an inner list that grows", Home.Replace("[1,2]", "[1,[2,3],{}]", StringComparison.Ordinal) },
        { "another order", """{"v":1,"structures":{"S":{"away":"home","t":["A","B"]}},"devices":{"t":{"B":{"n":"yy","h":45},"A":{"h":40,"n":"x","l":[1,2]}}}}""" },
        { "all at once", Home.Replace("40", "41.5", StringComparison.Ordinal).Replace("\"n\":\"x\",", "", StringComparison.Ordinal).Replace("[\"A\",", "[", StringComparison.Ordinal).Replace("\"v\":1", "\"v\":{}", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_state_is_that_of_a_fresh_engine(string what, string next)
    {
        Assert.NotEmpty(what);
        Assert.NotEqual(Home, next);
        foreach (var (from, to) in ((string, string)[])[(Home, next), (next, Home)])
        {
            var engine = Engine(from);
            engine.Compare(Utf8(to)).Commit();
            AssertSame(Engine(to), engine);

            var swapped = Engine(from);
            var buffer = Utf8(to);
            swapped.Compare(buffer).Commit(ref buffer);
            AssertSame(Engine(to), swapped);
        }
    }

    [Fact]
    public void Nothing_is_stored_without_a_commit()
    {
        var engine = Engine(Home);

        Assert.Equal(1, engine.Compare(Utf8(Home.Replace("40", "50", StringComparison.Ordinal))).Count);
        Assert.Throws<JsonInputException>(() => engine.Compare(Utf8(Home[..^1])).Count);

        AssertSame(Engine(Home), engine);
    }

    [Fact]
    public void An_array_that_was_not_compared_is_refused()
    {
        var engine = Engine(Home);
        var next = Utf8("{}");

        Assert.Throws<ArgumentException>(() =>
        {
            var other = Utf8("{}");
            engine.Compare(next).Commit(ref other);
        });
    }

    private static Utf8JsonDiff Engine(string document)
    {
        var engine = new Utf8JsonDiff();
        engine.Compare(Utf8(document)).Commit();
        return engine;
    }

    private static void AssertSame(Utf8JsonDiff expected, Utf8JsonDiff actual)
    {
        Assert.Equal(Encoding.UTF8.GetString(expected.Document), Encoding.UTF8.GetString(actual.Document));
        Assert.Equal(Entries(expected.Index), Entries(actual.Index));
    }

    private static string[] Entries(JsonIndex index) =>
        [.. Enumerable.Range(0, index.Count).Select(entry => $"{index.Start(entry)}+{index.Length(entry)} {index.Kind(entry)} depth {index.Depth(entry)} list {index.IsInList(entry)} name {(index.HasName(entry) ? index.NameStart(entry) : -1)}")];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
