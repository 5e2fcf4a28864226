using System.Text.Json;

namespace Nest.Sdk.Cli.Tests.Tools;

/// <summary>The result of a run of the tool.</summary>
internal sealed record ToolResult(int Code, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Standard output as one JSON document.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    public ToolResult Exits(int code)
    {
        Assert.True(Code == code, $"Exit code {Code} instead of {code}.\n{Output}\n{Error}");
        return this;
    }

    /// <summary>
    /// Asserts the failure contract: the exit code, no standard output, and one line with the remedy.
    /// </summary>
    public ToolResult Fails(int code, params string[] words)
    {
        Exits(code);
        Assert.Equal("", Output);
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("nest: ", line, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
        return this;
    }
}
