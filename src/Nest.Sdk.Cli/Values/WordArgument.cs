using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nest.Sdk.Cli.Values;

/// <summary>An argument that refuses an unknown option as its value.</summary>
internal static class WordArgument
{
    public static Argument<string> Of(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value.StartsWith("--", StringComparison.Ordinal))
                result.AddError($"'{result.Tokens[0].Value}' is not an option here.{(result.Parent is CommandResult of ? KnownWords.Hint(result.Tokens[0].Value, of.Command) : "")}");
        });
        return argument;
    }
}
