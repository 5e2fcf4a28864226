namespace Nest.Sdk.Tests.Diffing;

/// <summary>Tests the general path. A leading space selects it.</summary>
public class TreeWalkTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"c":3,"b":2,"a":1}""")]
    [InlineData("""{"a":{"x":1,"y":[1]}}""", """{ "a" : { "y" : [ 1.0 ] , "x" : 1 } }""")]
    [InlineData("""{"a":1}""", """{"\u0061":1e0}""")]
    [InlineData("[1,2]", "[ 1 , 2 ]")]
    public void Order_of_members_white_space_and_spelling_are_not_changes(string old, string next) => Assert.Empty(DiffText.Between(old, " " + next));

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":3}""", "replace /a 3")]
    [InlineData("""{"a":1,"b":2}""", """{"c":3,"a":1,"b":2}""", "add /c 3")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2}""", "remove /a")]
    [InlineData("""{"a":{"x":1},"b":2}""", """{"b":2,"a":{"x":2}}""", "replace /a/x 2")]
    public void Members_are_paired_by_name_wherever_they_stand(string old, string next, string change) => Assert.Equal([change], DiffText.Between(old, " " + next));

    [Theory]
    [InlineData("1", "\"1\"")]
    [InlineData("[]", "{}")]
    [InlineData("{}", "null")]
    [InlineData("true", "false")]
    [InlineData("null", "[1]")]
    public void A_value_of_another_kind_is_replaced(string old, string next)
    {
        Assert.Equal([$"replace /a {next}"], DiffText.Between($$"""{"a":{{old}}}""", $$""" {"a":{{next}}}"""));
        Assert.Equal([$"replace  {next}"], DiffText.Between(old, " " + next));
    }

    [Fact]
    public void Changes_outside_lists_come_in_the_order_of_the_old_document_and_additions_last() =>
        Assert.Equal(["replace /a 9", "remove /b", "replace /c 8", "add /z 7"], DiffText.Between("""{"a":1,"b":2,"c":3}""", """ {"z":7,"c":8,"a":9}"""));

    [Fact]
    public void Additions_and_removals_in_a_list_come_from_its_end() =>
        Assert.Equal(["add /4 5", "remove /2", "add /0 0"], DiffText.Between("[1,2,9,4]", " [0,1,2,4,5]"));
}
