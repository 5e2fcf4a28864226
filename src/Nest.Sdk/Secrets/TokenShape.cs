using System.Buffers;

namespace Nest.Sdk.Secrets;

/// <summary>A kind of token that is recognized by its prefix.</summary>
/// <param name="Prefix">The prefix, which must not follow a letter, digit or underscore. It is not secret.</param>
/// <param name="Letters">The characters after the prefix.</param>
/// <param name="Shortest">The minimum number of characters after the prefix.</param>
internal sealed record TokenShape(string Prefix, SearchValues<char> Letters, int Shortest)
{
    /// <summary>The text that the characters after the prefix must contain. Null for any text.</summary>
    public string? Inner { get; init; }

    public bool MayBeIn(ReadOnlySpan<char> text) => text.Length >= Prefix.Length + Shortest && text.IndexOf(Prefix, StringComparison.Ordinal) >= 0;

    public void Find(ReadOnlySpan<char> text, List<FoundSecret> found)
    {
        for (var at = 0; Next(text, at) is var start and >= 0; at = start + Prefix.Length)
        {
            if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
                continue;
            var tail = text[(start + Prefix.Length)..];
            var length = tail.IndexOfAnyExcept(Letters) is var end and >= 0 ? end : tail.Length;
            // The end of a sentence is not part of the token.
            tail = tail[..length].TrimEnd('.');
            if (tail.Length >= Shortest && (Inner is null || tail.Contains(Inner, StringComparison.Ordinal)))
                found.Add(new FoundSecret(start, start + Prefix.Length, start + Prefix.Length + tail.Length));
        }
    }

    private int Next(ReadOnlySpan<char> text, int at) => text[at..].IndexOf(Prefix, StringComparison.Ordinal) is var next and >= 0 ? at + next : -1;
}
