using System.Text;
using Nest.Sdk.Json;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>Prepares the text of a server for an error message.</summary>
internal static class ServerText
{
    /// <summary>Longer than any message of a service. It bounds what a broken server can put into a log.</summary>
    private const int LongestText = 16 * 1024;

    /// <param name="text">The text, or null.</param>
    /// <param name="secrets">Secrets that were sent and must not appear in the result.</param>
    /// <returns>The whole text on one line, without secrets. Null when the text is null or blank.</returns>
    public static string? Clean(string? text, params IReadOnlyList<string> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = new SecretMask(secrets).Apply(text).ReplaceLineEndings(" ");
        clean = string.Concat(clean.Select(static letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return clean.Length <= LongestText ? clean : clean[..LongestText] + "…";
    }

    /// <summary>Reads a message that is not JSON.</summary>
    /// <returns>The text. Null when it is a page, broken JSON, or binary.</returns>
    public static string? OfPlainText(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(ByteOrderMark.Without(body)).Trim();
        return text.Length == 0 || text[0] is '<' or '{' or '[' || text.Any(static letter => letter == '\uFFFD' || (char.IsControl(letter) && !char.IsWhiteSpace(letter))) ? null : text;
    }
}
