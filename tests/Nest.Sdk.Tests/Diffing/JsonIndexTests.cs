using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonIndexTests
{
    private static ReadOnlySpan<byte> Document => """{"a":{"b":[1,{"c":2}],"d":"x"},"e":null}"""u8;

    [Fact]
    public void Knows_the_positions_of_values_and_names()
    {
        var index = Read();

        Assert.Equal(8, index.Count);
        Assert.Equal("\"x\"", Text(index.Value(6, Document)));
        Assert.Equal("d", Text(index.Name(6, Document)));
        Assert.Equal("""[1,{"c":2}]""", Text(index.Value(2, Document)));
        Assert.Equal(JsonValueKind.Null, index.Kind(7));
        Assert.False(index.HasName(3));
    }

    [Fact]
    public void Finds_a_name_with_space_around_the_colon()
    {
        var index = new JsonIndex();
        JsonIndexer.ReadDocument("{ \"a\\\"b\" : 1 }"u8, index);

        Assert.Equal("a\\\"b", Text(index.Name(1, "{ \"a\\\"b\" : 1 }"u8)));
    }

    [Fact]
    public void Finds_parents_children_and_siblings()
    {
        var index = Read();

        Assert.Equal(-1, index.Parent(0));
        Assert.Equal(4, index.Parent(5));
        Assert.Equal(1, index.Parent(6));
        Assert.Equal(0, index.Parent(7));
        Assert.Equal(6, index.SubtreeEnd(2));
        Assert.Equal(7, index.NextSibling(1));
        Assert.Equal(-1, index.NextSibling(6));
        Assert.Equal(-1, index.FirstChild(6));
        Assert.Equal(2, index.CountChildren(1));
        Assert.Equal(2, index.OutermostList(5));
        Assert.Equal(-1, index.OutermostList(6));
    }

    [Fact]
    public void Finds_the_last_value_at_a_place_or_before_it_whatever_the_hint()
    {
        var index = Read();
        for (var position = 0; position <= Document.Length; position++)
        {
            var expected = Enumerable.Range(0, index.Count).Last(entry => index.Start(entry) <= position);
            for (var hint = 0; hint <= index.Count; hint++)
                Assert.Equal(expected, index.Find(position, hint));
        }
    }

    private static JsonIndex Read()
    {
        var index = new JsonIndex();
        JsonIndexer.ReadDocument(Document, index);
        return index;
    }

    private static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);
}
