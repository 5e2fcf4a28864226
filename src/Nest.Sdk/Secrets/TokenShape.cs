using System.Buffers;

namespace Nest.Sdk.Secrets;

/// <summary>A kind of token that can be recognized by its beginning.</summary>
/// <param name="Prefix">How it begins, behind anything but a letter, digit or underscore. It says nothing about the secret.</param>
/// <param name="Letters">What follows.</param>
/// <param name="Shortest">How many letters must follow at least.</param>
internal sealed record TokenShape(string Prefix, SearchValues<char> Letters, int Shortest)
{
    /// <summary>What the letters that follow must contain; null when anything will do.</summary>
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
