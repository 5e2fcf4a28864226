using System.Text.RegularExpressions;

namespace Nest.Sdk.Model;

/// <summary>Takes what looks like an access token out of text that people will see.</summary>
internal static partial class SecretText
{
    public const string Mask = "***";

    /// <summary>Replaces the values of <c>auth=…</c> and everything that starts with <c>c.</c> and goes on like a token.</summary>
    public static string MaskIn(string text) => Token().Replace(Query().Replace(text, "${name}" + Mask), "c." + Mask);

    /// <summary>Whether a part of the text would be masked.</summary>
    public static bool IsIn(string text) => Query().IsMatch(text) || Token().IsMatch(text);

    [GeneratedRegex("(?<name>(auth|access_token)(=|%3D))[^&#\\s\"'<>\\\\]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Query();

    // Real tokens have about 150 characters (§2.2 of the reference); host names and words after "c." do not reach 20 without a break.
    [GeneratedRegex("\\bc\\.[A-Za-z0-9_-]{20,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Token();
}
