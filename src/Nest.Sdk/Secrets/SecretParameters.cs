namespace Nest.Sdk.Secrets;

/// <summary>Finds the secret parameters of addresses and forms: <c>?auth=…</c>, <c>client_secret=…&amp;</c>.</summary>
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

    /// <summary>A quote or bracket ends a value that stands between two of them; elsewhere it may be part of the value.</summary>
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
    /// <param name="equals">Where the equals sign stands.</param>
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

    /// <summary>A form of one field is told from a label such as <c>pin=1</c> by nothing, so it takes two fields to be one.</summary>
    private static bool IsForm(ReadOnlySpan<char> text) => text.Contains('&');

    /// <summary>Which quotes and brackets stand before a place: read once from the start to the end of the text, however many parameters it has.</summary>
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

        /// <summary>Whether a character ends a value that stands behind them.</summary>
        public readonly bool End(char letter) => letter switch
        {
            '<' or '>' => _hasBracket,
            '"' => _hasQuote,
            '\'' => _hasApostrophe,
            _ => true,
        };
    }
}
