using System.Globalization;

namespace Nest.Sdk.Tests.Diffing;

public class ArrayEditTests
{
    [Theory]
    [InlineData("[1,2,3]", "[0,1,2,3]", 1)]
    [InlineData("[1,2,3]", "[1,2,3,4]", 1)]
    [InlineData("[1,2,3]", "[1,3]", 1)]
    [InlineData("[1,2,3,4]", "[2,3,4,1]", 2)]
    [InlineData("[1,2,3,4,5]", "[0,1,9,3,5,6]", 4)]
    [InlineData("[1,1,1]", "[1,1]", 1)]
    [InlineData("[1,2,3]", "[]", 3)]
    [InlineData("[[1],[2],[3]]", "[[2],[3]]", 1)]
    public void Finds_the_fewest_operations(string old, string next, int operations) => Assert.Equal(operations, DiffText.Between(old, next).Length);

    [Fact]
    public void Lists_with_very_many_additions_and_removals_are_compared_by_index()
    {
        Assert.Equal(512, DiffText.Between(List(0, 1_000), List(256, 1_000)).Length);
        Assert.Equal(1_000, DiffText.Between(List(0, 1_000), List(257, 1_000)).Length);
    }

    private static string List(int from, int count) => $"[{string.Join(',', Enumerable.Range(from, count).Select(static i => i.ToString(CultureInfo.InvariantCulture)))}]";
}
