namespace Nest.Sdk.Secrets;

/// <summary>Finds secrets by their names in JSON, or in a multipart form, inside a text.</summary>
internal static class SecretMembers
{
    /// <summary>The maximum number of header lines of a part. Usual parts have one or two.</summary>
    private const int MaxHeaders = 8;

    /// <summary>Whether a JSON member contains a secret.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var secret in SecretShapes.Members)
        {
            if (name.Equals(secret, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public static void Find(ReadOnlySpan<char> text, List<FoundSecret> found)
    {
        for (var at = 0; text[at..].IndexOf('"') is var next and >= 0;)
        {
            at += next + 1;
            if (Name(text[at..]) is var name and > 0 && Text(text, at + name) is var start and >= 0)
            {
                at = text[start..].IndexOf('"') is var end and >= 0 ? start + end : text.Length;
                Add(text, start, at, found);
            }
        }

        for (var at = 0; text[at..].IndexOf("name=", StringComparison.OrdinalIgnoreCase) is var next and >= 0;)
        {
            at += next + "name=".Length;
            if (text[at..].StartsWith("\""))
                at++;
            if (Name(text[at..]) is var name and > 0 && Part(text, at + name) is var start and >= 0)
            {
                at = text[start..].IndexOfAny('\r', '\n') is var end and >= 0 ? start + end : text.Length;
                Add(text, start, at, found);
            }
        }
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<FoundSecret> found)
    {
        if (text[start..end].ContainsAnyExcept('*'))
            found.Add(new FoundSecret(start, end));
    }

    /// <returns>
    /// The length of the secret name at the start of the text. 0 when the text does not start with one.
    /// </returns>
    private static int Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] == '_'))
            length++;
        var name = text[..length];
        if (IsName(name))
            return length;
        foreach (var parameter in SecretShapes.ParameterNames)
        {
            if (name.Equals(parameter, StringComparison.OrdinalIgnoreCase))
                return length;
        }

        return 0;
    }

    /// <returns>
    /// The start of the string value of the member whose name ends at a position. -1 when there is no such member.
    /// </returns>
    private static int Text(ReadOnlySpan<char> text, int at)
    {
        if (!text[at..].StartsWith("\""))
            return -1;
        at = Blanks(text, at + 1);
        if (!text[at..].StartsWith(":"))
            return -1;
        at = Blanks(text, at + 1);
        return text[at..].StartsWith("\"") ? at + 1 : -1;
    }

    private static int Blanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <returns>
    /// The start of the content of the part whose name ends at a position, after its headers and an empty line. -1 when
    /// there is no such part.
    /// </returns>
    private static int Part(ReadOnlySpan<char> text, int at)
    {
        if (text[at..].StartsWith("\""))
            at++;
        var line = NextLine(text, at);
        for (var headers = 0; line >= 0 && headers < MaxHeaders; headers++)
        {
            if (NextLine(text, line) is var content and >= 0)
                return content;
            at = text[line..].IndexOfAny('\r', '\n') is var end and >= 0 ? line + end : text.Length;
            line = NextLine(text, at);
        }

        return -1;
    }

    /// <returns>The start of the line after the line end at a position. -1 when no line ends there.</returns>
    private static int NextLine(ReadOnlySpan<char> text, int at) => text[at..] switch
    {
        ['\r', '\n', ..] => at + 2,
        ['\n', ..] => at + 1,
        _ => -1,
    };
}
