namespace Nest.Sdk.Client;

/// <summary>Text that is to be written.</summary>
internal static class WriteText
{
    /// <exception cref="ArgumentException">The text holds half a surrogate pair, which no JSON can carry.</exception>
    public static void ThrowIfBroken(string text, string parameter)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                throw new ArgumentException("The text holds half a surrogate pair: a character that was cut in two.", parameter);
            i++;
        }
    }
}
