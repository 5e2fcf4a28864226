namespace Nest.Sdk.Tests.Diffing;

/// <summary>
/// Tests that an equal element is found at another index of its list, so that the result is a single addition.
/// </summary>
public class MeaningHashTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""{"a":{"x":1,"y":2}}""", """{"a":{"y":2,"x":1}}""")]
    [InlineData("100", "1.0e2")]
    [InlineData("0", "-0.0")]
    [InlineData("\"a/b\"", "\"\\u0061\\/b\"")]
    [InlineData("""{"name":1}""", """{"n\u0061me":1}""")]
    [InlineData("[1,[2]]", "[ 1.0 , [ 2e0 ] ]")]
    public void Is_equal_for_equal_meanings(string one, string other) =>
        Assert.Equal(["add /0 \"front\""], DiffText.Between($"[{one},\"last\"]", $"[\"front\",{other},\"last\"]"));

    [Theory]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[[1],2]", "[[1,2]]")]
    [InlineData("""{"a":1,"b":2}""", """{"a":2,"b":1}""")]
    [InlineData("""{"a":{}}""", """{"a":[]}""")]
    [InlineData("1", "\"1\"")]
    [InlineData("true", "false")]
    [InlineData("null", "0")]
    [InlineData("\"5\"", "\"65\"")]
    public void Differs_for_different_meanings(string one, string other) =>
        Assert.True(DiffText.Between($"[{one},\"last\"]", $"[\"front\",{other},\"last\"]").Length > 1);
}
