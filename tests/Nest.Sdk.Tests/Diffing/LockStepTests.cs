using System.Globalization;
using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class LockStepTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", """{"a":2,"b":"x"}""", "replace /a 2")]
    [InlineData("""{"a":1,"b":"x"}""", """{"a":1,"b":"longer"}""", "replace /b \"longer\"")]
    [InlineData("""{"a":20,"b":1}""", """{"a":200,"b":1}""", "replace /a 200")]
    [InlineData("""{"a":true}""", """{"a":null}""", "replace /a null")]
    [InlineData("""{"a":1}""", """{"a":{"b":[]}}""", "replace /a {\"b\":[]}")]
    [InlineData("""{"a":{"b":1},"c":1}""", """{"a":7,"c":1}""", "replace /a 7")]
    [InlineData("""{"a":1,"c":3}""", """{"a":1,"b":2,"c":3}""", "add /b 2")]
    [InlineData("""{"b":2}""", """{"a":1,"b":2}""", "add /a 1")]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", "add /b 2")]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"a":1,"c":3}""", "remove /b")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2}""", "remove /a")]
    [InlineData("""{"a":{"x":1}}""", """{"a":{}}""", "remove /a/x")]
    [InlineData("""{"a":[1,2,3],"b":1}""", """{"a":[0,1,2,3],"b":1}""", "add /a/0 0")]
    public void Follows_one_difference(string old, string next, string change)
    {
        Assert.True(IsFollowed(old, next));
        Assert.Equal([change], DiffText.Between(old, next));
    }

    [Fact]
    public void Continues_after_each_difference()
    {
        const string Old = """{"a":1,"gone":{"x":[]},"b":"x","c":[1,2],"d":null}""";
        const string Next = """{"a":10,"b":"","new":{"y":1},"c":[2],"d":{}}""";

        Assert.True(IsFollowed(Old, Next));
        Assert.Equal(["replace /a 10", "remove /gone", "replace /b \"\"", "add /new {\"y\":1}", "remove /c/0", "replace /d {}"], DiffText.Between(Old, Next));
    }

    [Theory]
    [InlineData("""{"a":20}""", """{"a":2e1}""")]
    [InlineData("""{"a":"b"}""", """{"a":"\u0062"}""")]
    public void Another_spelling_is_not_a_change(string old, string next)
    {
        Assert.True(IsFollowed(old, next));
        Assert.Empty(DiffText.Between(old, next));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"b":2,"a":1,"c":3}""")]
    [InlineData("""{"a":1,"b":2}""", """{ "a":1,"b":2}""")]
    [InlineData("""{"a":1}""", """{"a":1} """)]
    public void Moved_members_and_white_space_take_the_general_path(string old, string next)
    {
        Assert.False(IsFollowed(old, next));
        Assert.Empty(DiffText.Between(old, next));
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Many_added_members_take_the_general_path(int count, bool isFollowed)
    {
        var next = string.Concat("""{"a":1""", string.Concat(Enumerable.Range(0, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $",\"n{i}\":1"))), "}");

        Assert.Equal(isFollowed, IsFollowed("""{"a":1}""", next));
        Assert.Equal(count, DiffText.Between("""{"a":1}""", next).Length);
    }

    [Theory]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{"a":1,"b"}""")]
    public void Invalid_json_is_not_followed(string next) => Assert.False(IsFollowed("""{"a":1,"b":2}""", next));

    private static bool IsFollowed(string old, string next)
    {
        var before = Encoding.UTF8.GetBytes(old);
        var work = DiffWork.Rent();
        var steps = new LockStep(DiffText.Index(before), before, Encoding.UTF8.GetBytes(next), 0);
        var isFollowed = steps.Skip() || steps.TryFollow(work);
        work.Return();
        return isFollowed;
    }
}
