using System.Text;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Cli.Tests;

public sealed class DiffTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """{ "b" : [ true , null ], "a" : 1 }""")]
    [InlineData("""{"n":[1.0,100,-0,0.10]}""", """{"n":[1,1e2,0,1e-1]}""")]
    [InlineData("""{"t":"Küche","\u0061":"\/"}""", """{"t":"K\u00fcche","a":"/"}""")]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("123456789012345678901234567890", "1234567890123456789012345678.90e2")]
    public async Task Documents_that_are_equal_by_meaning_give_an_empty_patch(string old, string next)
    {
        var same = (await DiffAsync(old, next)).Exits(0);

        Assert.Equal("[]\n", same.Output);
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", """[{"op":"replace","path":"/a","value":2}]""")]
    [InlineData("""{"":1}""", """{"":2}""", """[{"op":"replace","path":"/","value":2}]""")]
    [InlineData("""{"a/b":1,"c~d":1}""", """{"a/b":2}""", null)]
    [InlineData("""{"0":1,"-":2}""", """{"0":2,"-":3,"01":1}""", null)]
    [InlineData("[1,2,3,4,5,6]", "[0,1,2,3,4,5,6]", """[{"op":"add","path":"/0","value":0}]""")]
    [InlineData("[1,2,3,4,5,6]", "[1,2,4,5,6]", """[{"op":"remove","path":"/2"}]""")]
    [InlineData("[1]", "{}", """[{"op":"replace","path":"","value":{}}]""")]
    [InlineData("\"text\"", "null", """[{"op":"replace","path":"","value":null}]""")]
    [InlineData("[1e400]", "[1e401]", """[{"op":"replace","path":"/0","value":1e401}]""")]
    [InlineData("[12345678901234567890]", "[12345678901234567891]", """[{"op":"replace","path":"/0","value":12345678901234567891}]""")]
    [InlineData("[0.1]", "[0.10000000000000000001]", """[{"op":"replace","path":"/0","value":0.10000000000000000001}]""")]
    [InlineData("""{"a":[{"b":[]},{"c":[[[]]]}]}""", """{"a":[{"b":[{}]},{"c":[[[1]]]}]}""", null)]
    public async Task A_patch_turns_the_old_document_into_the_new_one(string old, string next, string? patch)
    {
        foreach (var result in (ToolResult[])[(await DiffAsync(old, next)).Exits(1), (await DiffAsync(old, next, "--json")).Exits(1)])
        {
            var made = JsonPatch.Apply(Encoding.UTF8.GetBytes(old), Encoding.UTF8.GetBytes(result.Output));
            Assert.True(Utf8JsonDiff.Compare(made, Encoding.UTF8.GetBytes(next)).IsEmpty);
            if (patch is not null)
                Assert.Equal(patch, result.Json.GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_insertion_in_a_long_list_is_a_short_patch()
    {
        var numbers = Enumerable.Range(0, 5_000).ToList();
        var more = numbers.ToList();
        more.Insert(2_500, -1);

        var patch = (await DiffAsync(JsonSerializer.Serialize(numbers), JsonSerializer.Serialize(more))).Exits(1);

        Assert.Equal(1, patch.Json.GetArrayLength());
    }

    [Fact]
    public async Task One_of_the_documents_can_come_from_standard_input()
    {
        var file = _tool.File("old.json", """{"a":1}""");

        (await _tool.RunWithInputAsync("""{"a":1}""", "diff", file, "-")).Exits(0);
        (await _tool.RunWithInputAsync("""{"a":2}""", "diff", "-", file)).Exits(1);
        (await _tool.RunWithInputAsync("""{"a":2}""", "diff", "-", "-")).Fails(2, "Only one document can come from standard input");
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait_for_standard_input()
    {
        var pipe = _tool.File("pipe");
        (await _tool.ShellAsync($"mkfifo '{pipe}'")).Exits(0);
        await using var diff = _tool.Start("diff", pipe, "-");
        // The read waits for the writer, so the tool has started by then.
        await File.WriteAllTextAsync(pipe, "{}").WaitAsync(ToolRun.Limit);

        diff.Interrupt();

        (await diff.EndAsync()).Fails(130, "Interrupted");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":c.SECRET}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("// no\n{}")]
    public async Task Malformed_JSON_is_a_usage_error_that_names_the_file_and_the_position(string json)
    {
        var next = await DiffAsync("{}", json);
        next.Fails(2, "new.json", "at byte");
        Assert.DoesNotContain("old document", next.Error, StringComparison.Ordinal);
        var old = await DiffAsync(json, "{}");
        old.Fails(2, "old.json", "at byte");
        Assert.DoesNotContain("SECRET", old.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_beyond_the_maximum_is_a_usage_error() =>
        (await DiffAsync("{}", new string('[', 100_000) + new string(']', 100_000))).Fails(2, "new.json", "deeper than 4096 levels");

    [Fact]
    public async Task Nesting_of_4096_levels_is_compared()
    {
        var patch = (await DiffAsync(Nested("1"), Nested("2"))).Exits(1).Output;

        Assert.Equal(Nested("2"), Encoding.UTF8.GetString(JsonPatch.Apply(Encoding.UTF8.GetBytes(Nested("1")), Encoding.UTF8.GetBytes(patch))));

        static string Nested(string inner) => new string('[', 4096) + inner + new string(']', 4096);
    }

    [Fact]
    public async Task A_missing_file_and_a_folder_are_usage_errors()
    {
        var file = _tool.File("old.json", "{}");

        (await _tool.RunAsync("diff", file, _tool.File("missing.json"))).Fails(2, "missing.json");
        (await _tool.RunAsync("diff", Path.GetDirectoryName(file)!, file)).Fails(2);
        (await _tool.RunAsync("diff", file)).Fails(2);
        (await _tool.RunAsync("diff", file, "--bogus")).Fails(2, "--bogus");
    }

    private Task<ToolResult> DiffAsync(string old, string next, params string[] more) => _tool.RunAsync(["diff", _tool.File("old.json", old), _tool.File("new.json", next), .. more]);
}
