namespace Nest.Sdk.Cli.Values;

/// <summary>Quotes a word of a command that users copy.</summary>
internal static class ShellWord
{
    public static string Of(string text) => text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
