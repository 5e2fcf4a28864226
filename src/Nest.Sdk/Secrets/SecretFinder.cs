using System.Buffers;

namespace Nest.Sdk.Secrets;

/// <summary>Finds everything with the shape of a secret in a text, without decoding it.</summary>
internal static class SecretFinder
{
    /// <summary>The characters without which a text has no parameter, no JSON, no form and no escape.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("=\"%\\\0");

    /// <summary>Whether the text needs to be searched at all. Most texts do not.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Marks) || text.Contains(SecretShapes.RevocationPath, StringComparison.OrdinalIgnoreCase) || text.Contains(SecretShapes.KeyBegin, StringComparison.Ordinal))
            return true;
        foreach (var shape in SecretShapes.Tokens)
        {
            if (shape.MayBeIn(text))
                return true;
        }

        return false;
    }

    public static void Find(ReadOnlySpan<char> text, List<FoundSecret> found)
    {
        foreach (var shape in SecretShapes.Tokens)
            shape.Find(text, found);
        SecretParameters.Find(text, found);
        SecretMembers.Find(text, found);
        FindRevoked(text, found);
        FindPrivateKeys(text, found);
    }

    private static void FindRevoked(ReadOnlySpan<char> text, List<FoundSecret> found)
    {
        for (var at = 0; text[at..].IndexOf(SecretShapes.RevocationPath, StringComparison.OrdinalIgnoreCase) is var next and >= 0;)
        {
            var start = at + next + SecretShapes.RevocationPath.Length;
            at = text[start..].IndexOfAny('\r', '\n') is var end and >= 0 ? start + end : text.Length;
            if (at > start)
                found.Add(new FoundSecret(start, at));
        }
    }

    private static void FindPrivateKeys(ReadOnlySpan<char> text, List<FoundSecret> found)
    {
        for (var at = 0; text[at..].IndexOf(SecretShapes.KeyBegin, StringComparison.Ordinal) is var next and >= 0;)
        {
            var start = at + next + SecretShapes.KeyBegin.Length;
            // A key without an end was truncated.
            at = text[start..].IndexOf(SecretShapes.KeyEnd, StringComparison.Ordinal) is var end and >= 0 ? start + end : text.Length;
            if (at > start)
                found.Add(new FoundSecret(start, at));
            // The last line of a key contains "PRIVATE KEY-----" too.
            at = text[at..].IndexOf(SecretShapes.KeyBegin, StringComparison.Ordinal) is var close and >= 0 ? at + close + SecretShapes.KeyBegin.Length : text.Length;
        }
    }
}
