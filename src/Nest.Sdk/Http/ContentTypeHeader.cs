namespace Nest.Sdk.Http;

/// <summary>
/// Reads <c>Content-Type</c> as leniently as browsers do: .NET drops the whole header when its parameters are
/// malformed.
/// </summary>
internal readonly struct ContentTypeHeader
{
    private const string White = " \t";

    private readonly List<string> _parts;

    private ContentTypeHeader(List<string> parts) => _parts = parts;

    /// <summary>The media type, without parameters. Null when the header is missing or empty.</summary>
    public string? MediaType => _parts is [var first, ..] ? MediaTypeOf(first) : null;

    /// <summary>The first charset other than UTF-8. Null when the header names none or UTF-8.</summary>
    public string? OtherCharset
    {
        get
        {
            foreach (var part in _parts)
            {
                if (CharsetOf(part) is { Length: > 0 } charset && !IsOneOf(charset, "utf-8", "utf8"))
                    return charset;
            }

            return null;
        }
    }

    public static ContentTypeHeader Read(HttpResponseMessage response)
    {
        // A header that is repeated, or has several values on one line, counts as one list.
        List<string> parts = [];
        if (response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values))
        {
            foreach (var value in values)
                parts.AddRange(value.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return new ContentTypeHeader(parts);
    }

    /// <summary>Whether the header names this media type and no other.</summary>
    public bool Is(string mediaType)
    {
        if (!IsOneOf(MediaType, mediaType))
            return false;
        foreach (var part in _parts)
        {
            if (!part.Contains('=', StringComparison.Ordinal) && part.Contains('/', StringComparison.Ordinal) && !IsOneOf(MediaTypeOf(part), mediaType))
                return false;
        }

        return true;
    }

    private static string MediaTypeOf(string part) => part.Trim('"').Split(White.ToCharArray(), 2, StringSplitOptions.RemoveEmptyEntries) is [var type, ..] ? type.Trim('"') : "";

    /// <returns>The charset. Null when the part is not a charset.</returns>
    private static string? CharsetOf(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return null;
        // Some servers omit the semicolon before it.
        var name = part.AsSpan(0, equals).Trim(" \t\"");
        name = name[(name.LastIndexOfAny(White) + 1)..];
        return name.Equals("charset", StringComparison.OrdinalIgnoreCase) ? part[(equals + 1)..].Trim(' ', '\t', '"', '\'') : null;
    }

    private static bool IsOneOf(string? text, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (string.Equals(text, name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
