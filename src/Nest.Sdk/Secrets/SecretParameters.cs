namespace Nest.Sdk.Secrets;

/// <summary>Finds the secret parameters of addresses and forms: <c>?auth=…</c>, <c>client_secret=…&amp;</c>.</summary>
internal static class SecretParameters
{
    public static void Find(ReadOnlySpan<char> text, List<FoundSecret> found)
    {
        for (var at = 0; text[at..].IndexOf('=') is var next and >= 0;)
        {
            var start = at + next + 1;
            at = start;
            if (!IsSecret(text[..(start - 1)]))
                continue;
            at = End(text, start);
            if (text[start..at].ContainsAnyExcept('*'))
                found.Add(new FoundSecret(start, at));
        }
    }

    /// <summary>A quote or bracket ends a value that stands between two of them; elsewhere it may be part of the value.</summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        for (var at = start; text[at..].IndexOfAny(SecretShapes.ValueEnds) is var next and >= 0; at++)
        {
            at += next;
            var opening = text[at] switch
            {
                '>' or '<' => '<',
                '"' or '\'' => text[at],
                _ => '\0',
            };
            if (opening == '\0' || text[..start].Contains(opening))
                return at;
        }

        return text.Length;
    }

    /// <param name="text">Everything in front of the equals sign.</param>
    private static bool IsSecret(ReadOnlySpan<char> text)
    {
        if (text.EndsWith(SecretShapes.LinkParameter, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var name in SecretShapes.Names)
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (var name in SecretShapes.ParameterNames)
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || text[^(name.Length + 1)] is '?' or '&' or ';'))
                return true;
        }

        return false;
    }
}
