using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nest.Sdk.Cli.Values;

/// <summary>Options and arguments whose value is one of a few words.</summary>
internal static class OneOf
{
    /// <summary>Accepts only these words, and answers another one with the nearest.</summary>
    public static Option<T> OnlyOf<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        option.Validators.Add(result => Check(result, option.Name, words));
        return option;
    }

    /// <inheritdoc cref="OnlyOf{T}(Option{T}, string[])"/>
    public static Argument<T> OnlyOf<T>(this Argument<T> argument, params string[] words)
    {
        argument.CompletionSources.Clear();
        argument.CompletionSources.Add(words);
        argument.Validators.Add(result => Check(result, argument.Name, words));
        return argument;
    }

    /// <returns>Such as <c>Did you mean 'off'? </c>, with a blank after it. Empty when no word is near.</returns>
    public static string Hint(string typed, IEnumerable<string> words) => NearWord.Of(typed, words) is { } near ? $"Did you mean '{near}'? " : "";

    /// <summary>The words that an option accepts besides other values: <c>off</c> of <c>D|off</c>.</summary>
    public static IEnumerable<string> WordsOf(string? helpName) => helpName?.Split('|').Where(static word => word.All(char.IsAsciiLetterLower)) ?? [];

    private static void Check(SymbolResult result, string name, string[] words)
    {
        foreach (var typed in result.Tokens.Select(static token => token.Value).Where(typed => !words.Contains(typed, StringComparer.Ordinal)))
            result.AddError($"{name} is '{typed}'. {Hint(typed, words)}The values are {string.Join(", ", words[..^1])} and {words[^1]}.");
    }
}
