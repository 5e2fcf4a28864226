namespace Nest.Sdk.Cli.Values;

/// <summary>A word of a command that people copy.</summary>
internal static class ShellWord
{
    public static string Of(string text) => text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
