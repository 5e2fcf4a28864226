namespace Nest.Sdk.Client;

/// <summary>Validates text before it is written.</summary>
internal static class WriteText
{
    /// <exception cref="ArgumentException">
    /// The text contains an unpaired surrogate, which JSON cannot represent.
    /// </exception>
    public static void ThrowIfBroken(string text, string parameter)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                throw new ArgumentException("The text contains an unpaired surrogate. Do not split a character that consists of a surrogate pair.", parameter);
            i++;
        }
    }
}
