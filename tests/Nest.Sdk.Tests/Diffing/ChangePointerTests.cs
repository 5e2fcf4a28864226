namespace Nest.Sdk.Tests.Diffing;

public class ChangePointerTests
{
    [Theory]
    [InlineData("1", "2", "replace  2", """[{"op":"replace","path":"","value":2}]""")]
    [InlineData("""{"a":{"b":{"c":1}}}""", """{"a":{"b":{"c":2}}}""", "replace /a/b/c 2", """[{"op":"replace","path":"/a/b/c","value":2}]""")]
    [InlineData("""{"a":[0,{"b":1}]}""", """{"a":[0,{"b":2}]}""", "replace /a/1/b 2", """[{"op":"replace","path":"/a/1/b","value":2}]""")]
    [InlineData("""{"a":{}}""", """{"a":{"n":1}}""", "add /a/n 1", """[{"op":"add","path":"/a/n","value":1}]""")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "add /a/1 2", """[{"op":"add","path":"/a/1","value":2}]""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "remove /a/1", """[{"op":"remove","path":"/a/1"}]""")]
    public void Leads_from_the_root_to_the_change(string old, string next, string operation, string patch)
    {
        Assert.Equal([operation], DiffText.Between(old, next));
        Assert.Equal(patch, DiffText.Patch(old, next));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a b", "a b", "a b")]
    [InlineData("~", "~0", "~0")]
    [InlineData("a/b~1", "a~1b~01", "a~1b~01")]
    [InlineData(@"\u002f", "~1", "~1")]
    [InlineData(@"\u007E", "~0", "~0")]
    [InlineData(@"\""\\", @"""\", @"\""\\")]
    [InlineData("é😀", "é😀", "é😀")]
    public void Old_and_new_names_are_escaped_in_text_and_in_patches(string spelling, string path, string written)
    {
        var (one, two, none) = ($$"""{"{{spelling}}":1}""", $$"""{"{{spelling}}":2}""", "{}");

        Assert.Equal([$"replace /{path} 2"], DiffText.Between(one, two));
        Assert.Equal([$"add /{path} 1"], DiffText.Between(none, one));
        Assert.Equal([$"remove /{path}"], DiffText.Between(one, none));
        Assert.Equal($$"""[{"op":"replace","path":"/{{written}}","value":2}]""", DiffText.Patch(one, two));
        Assert.Equal($$"""[{"op":"add","path":"/{{written}}","value":1}]""", DiffText.Patch(none, one));
    }
}
