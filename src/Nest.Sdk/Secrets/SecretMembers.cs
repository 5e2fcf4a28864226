namespace Nest.Sdk.Secrets;

/// <summary>Finds secrets by the name before them where JSON, or a form of several parts, stands inside a text.</summary>
internal static class SecretMembers
{
    /// <summary>The headers of a part are one or two lines.</summary>
    private const int MostHeaders = 8;

    /// <summary>Whether a member of JSON holds a secret.</summary>
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

    /// <returns>The length of the secret name that the text begins with; 0 when it begins with none.</returns>
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

    /// <returns>Where the text value of the member begins whose name ends at a place; -1 when there is none.</returns>
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

    /// <returns>Where the content of the part begins whose name ends at a place, behind its headers and an empty line; -1 when there is none.</returns>
    private static int Part(ReadOnlySpan<char> text, int at)
    {
        if (text[at..].StartsWith("\""))
            at++;
        var line = NextLine(text, at);
        for (var headers = 0; line >= 0 && headers < MostHeaders; headers++)
        {
            if (NextLine(text, line) is var content and >= 0)
                return content;
            at = text[line..].IndexOfAny('\r', '\n') is var end and >= 0 ? line + end : text.Length;
            line = NextLine(text, at);
        }

        return -1;
    }

    /// <returns>Where the line behind the line end at a place begins; -1 when no line ends there.</returns>
    private static int NextLine(ReadOnlySpan<char> text, int at) => text[at..] switch
    {
        ['\r', '\n', ..] => at + 2,
        ['\n', ..] => at + 1,
        _ => -1,
    };
}
