namespace Nest.Sdk.Secrets;

/// <summary>Finds the secret parameters of URLs and forms: <c>?auth=…</c>, <c>client_secret=…&amp;</c>.</summary>
internal static class SecretParameters
{
    public static void Find(ReadOnlySpan<char> text, List<FoundSecret> found)
    {
        var openings = default(Openings);
        for (var at = 0; text[at..].IndexOf('=') is var next and >= 0;)
        {
            var start = at + next + 1;
            at = start;
            if (!IsSecret(text, start - 1))
                continue;
            openings.ReadTo(text, start);
            at = End(text, start, openings);
            if (text[start..at].ContainsAnyExcept('*'))
                found.Add(new FoundSecret(start, at));
        }
    }

    /// <summary>
    /// The end of a value. A quote or bracket ends a value only when the value is between two of them. Otherwise it may
    /// be part of the value.
    /// </summary>
    private static int End(ReadOnlySpan<char> text, int start, Openings openings)
    {
        for (var at = start; text[at..].IndexOfAny(SecretShapes.ValueEnds) is var next and >= 0; at++)
        {
            at += next;
            if (openings.End(text[at]))
                return at;
        }

        return text.Length;
    }

    /// <param name="whole">The text.</param>
    /// <param name="equals">The position of the equals sign.</param>
    private static bool IsSecret(ReadOnlySpan<char> whole, int equals)
    {
        var text = whole[..equals];
        if (text.EndsWith(SecretShapes.LinkParameter, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var name in SecretShapes.Names)
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (var name in SecretShapes.ParameterNames)
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length ? IsForm(whole) : text[^(name.Length + 1)] is '?' or '&' or ';'))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the text is a form. A form with one field looks like a label such as <c>pin=1</c>, so a form needs two
    /// fields.
    /// </summary>
    private static bool IsForm(ReadOnlySpan<char> text) => text.Contains('&');

    /// <summary>
    /// The quotes and brackets before a position. The text is read once from start to end, however many parameters it
    /// has.
    /// </summary>
    private struct Openings
    {
        private int _read;
        private bool _hasBracket;
        private bool _hasQuote;
        private bool _hasApostrophe;

        public void ReadTo(ReadOnlySpan<char> text, int end)
        {
            var more = text[_read..end];
            _hasBracket |= more.Contains('<');
            _hasQuote |= more.Contains('"');
            _hasApostrophe |= more.Contains('\'');
            _read = end;
        }

        /// <summary>Whether a character ends a value after them.</summary>
        public readonly bool End(char letter) => letter switch
        {
            '<' or '>' => _hasBracket,
            '"' => _hasQuote,
            '\'' => _hasApostrophe,
            _ => true,
        };
    }
}
