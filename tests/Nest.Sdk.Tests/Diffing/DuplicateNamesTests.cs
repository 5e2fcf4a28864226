using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class DuplicateNamesTests
{
    [Theory]
    [InlineData("""{"a":1,"a":1}""", 7)]
    [InlineData("""{"a":1,"\u0061":1}""", 7)]
    [InlineData("""{"":1,"b":2,"":3}""", 12)]
    [InlineData("""{"x":{"y":{"a":1,"b":2,"a":3}}}""", 23)]
    [InlineData("""[1,{"a":1,"a":2}]""", 10)]
    public void Duplicate_names_are_rejected_at_the_second_member(string json, int offset)
    {
        Assert.Equal(offset, Refused(new Utf8JsonDiff(), json).ByteOffset);
        Assert.Equal($"An object has two members with the same name; the second is at byte {offset}.", Refused(Following("{}"), json).Message);
    }

    [Theory]
    [InlineData("""{"a":1,"n":{"x":1,"x":1},"b":2}""", 18)]
    [InlineData("""{"a":{"x":1,"x":1},"b":2}""", 12)]
    [InlineData("""{"a":1,"a":1,"b":2}""", 7)]
    [InlineData("""{"a":1,"b":2,"b":2}""", 13)]
    [InlineData("""{"a":1,"n":1,"n":2,"b":2}""", 13)]
    public void Duplicates_are_found_in_the_changes_of_a_version(string next, int offset)
    {
        var engine = Following("""{"a":1,"b":2}""");

        Assert.Equal(offset, Refused(engine, next).ByteOffset);
        Assert.True(engine.Compare("""{"a":1,"b":2}"""u8).IsEmpty);
    }

    [Theory]
    [InlineData("""{"a":{"a":{"a":1}}}""")]
    [InlineData("""[{"a":1},{"a":1}]""")]
    [InlineData("""{"a":1,"A":1,"a ":1,"":1}""")]
    public void The_same_name_in_several_objects_is_not_a_duplicate(string json) => Assert.Equal(1, new Utf8JsonDiff().Compare(Encoding.UTF8.GetBytes(json)).Count);

    private static Utf8JsonDiff Following(string json)
    {
        var engine = new Utf8JsonDiff();
        engine.Compare(Encoding.UTF8.GetBytes(json)).Commit();
        return engine;
    }

    private static JsonInputException Refused(Utf8JsonDiff engine, string json) => Assert.Throws<JsonInputException>(() => engine.Compare(Encoding.UTF8.GetBytes(json)).Count);
}
