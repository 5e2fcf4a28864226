using System.Globalization;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>Tests that paths name the right element, whatever the order of the queries.</summary>
public class OwnerChainTests
{
    [Fact]
    public void Counts_up() => Assert.Equal(
        ["replace /0 9", "replace /2 8", "replace /5 7"],
        DiffText.Between("[0,1,2,3,4,5]", "[9,1,8,3,4,7]"));

    [Fact]
    public void Counts_down() => Assert.Equal(["remove /5", "remove /3", "remove /0"], DiffText.Between("[0,1,2,3,4,5]", "[1,2,4]"));

    [Fact]
    public void Counts_nested_lists_independently() => Assert.Equal(
        ["replace /0/1 9", "replace /1/0 8", "replace /1/2/1 7"],
        DiffText.Between("[[0,1],[0,1,[0,1]]]", "[[0,9],[8,1,[0,7]]]"));

    [Fact]
    public void Counts_from_zero_in_the_next_list_of_the_same_depth() => Assert.Equal(
        ["replace /a/2 9", "replace /b/1 9", "replace /c/0/x/1 9"],
        DiffText.Between("""{"a":[0,1,2],"b":[0,1],"c":[{"x":[0,1]}]}""", """{"a":[0,1,9],"b":[0,9],"c":[{"x":[0,9]}]}"""));

    [Fact]
    public void Counts_objects_and_lists_as_one_element() => Assert.Equal(
        ["replace /3 9"],
        DiffText.Between("""[{"a":[1,2]},[1,[2]],"x",4]""", """[{"a":[1,2]},[1,[2]],"x",9]"""));

    [Fact]
    public void Can_be_queried_again_in_another_order()
    {
        var changes = Nest.Sdk.Diffing.Utf8JsonDiff.Compare("[0,1,2,3]"u8, "[9,9,9,9]"u8);
        int[] order = [3, 0, 2, 2, 1, 3];

        foreach (var i in order)
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"/{i}"), changes[i].Path);
    }
}
