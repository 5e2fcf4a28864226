using System.Text;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Laws;

namespace Nest.Sdk.Tests.Diffing;

public class RegressionTests
{
    public static TheoryData<string, string, string, string[]> Changed => RegressionCases.Changed;

    public static TheoryData<string, string, string> Unchanged => RegressionCases.Unchanged;

    public static TheoryData<string, byte[], int> Refused => RegressionCases.Refused;

    [Theory]
    [MemberData(nameof(Changed))]
    public void The_change_is_seen(string title, string old, string next, string[] expected)
    {
        var changes = Law.Texts(Utf8JsonDiff.Compare(Encoding.UTF8.GetBytes(old), Encoding.UTF8.GetBytes(next)));

        // Changes of different values can be in any order that can be applied. The laws apply them.
        Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(changes.Order(StringComparer.Ordinal)), $"{title}: {string.Join("; ", changes)}");
    }

    [Theory]
    [MemberData(nameof(Unchanged))]
    public void Nothing_is_changed_in_meaning(string title, string old, string next)
    {
        var engine = Law.EngineWith(Encoding.UTF8.GetBytes(old));

        Assert.True(engine.Compare(Encoding.UTF8.GetBytes(next)).IsEmpty, title);
        Assert.True(Law.EngineWith(Encoding.UTF8.GetBytes(next)).Compare(Encoding.UTF8.GetBytes(old)).IsEmpty, title);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Invalid_bytes_are_rejected_at_their_position(string title, byte[] next, int offset)
    {
        var engine = Law.EngineWith("""{"a":1}"""u8);

        var error = Assert.Throws<JsonInputException>(() => engine.Compare(next).Count);

        Assert.True(offset == error.ByteOffset, $"{title}: at {error.ByteOffset}");
        Assert.Equal(["replace /a 1 -> 2"], Law.Texts(engine.Compare("""{"a":2}"""u8)));
        Assert.Equal(offset, Assert.Throws<JsonInputException>(() => new Utf8JsonDiff().Compare(next).Count).ByteOffset);
    }
}
