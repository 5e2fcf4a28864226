using System.Globalization;
using System.Text;

namespace Nest.Sdk.Model;

/// <summary>Compares names as people type them.</summary>
/// <remarks>
/// Equal names may differ in case, in whitespace (kind, count, at the ends), in the kind of dashes and quotation marks,
/// in the encoding of accents, in <c>ß</c> and <c>ss</c>, in full-width letters, and in invisible characters. Letters
/// with and without an accent differ. The result depends neither on the culture nor on <c>InvariantGlobalization</c>.
/// </remarks>
public sealed class NameComparer : IEqualityComparer<string?>
{
    private const char Blank = ' ';

    private NameComparer()
    {
    }

    /// <summary>The comparer.</summary>
    public static NameComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) =>
        string.Equals(x, y, StringComparison.Ordinal) || (x is not null && y is not null && string.Equals(Key(x), Key(y), StringComparison.Ordinal));

    /// <inheritdoc/>
    public int GetHashCode(string? obj) => obj is null ? 0 : StringComparer.Ordinal.GetHashCode(Key(obj));

    /// <summary>The key that equal names share. Empty for a name of whitespace and invisible characters.</summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (key.Length > 0 && key[^1] != Blank)
                    key.Append(Blank);
            }
            else if (rune.IsBmp && !IsInvisible(rune))
            {
                ComposedLetters.Append(key, Plain((char)rune.Value));
            }
            else if (!IsInvisible(rune))
            {
                key.Append(rune.ToString());
            }
        }

        SortMarks(key);
        // The capital of ß is two letters, so ToUpperInvariant keeps it.
        return key.ToString().TrimEnd().ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal).Replace("ẞ", "SS", StringComparison.Ordinal);
    }

    /// <summary>Joiners, direction marks, variation selectors and tags.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune.Value is 0x034F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static char Plain(char letter) => letter switch
    {
        '‘' or '’' or '‚' or '‛' or '′' or '´' or '`' or 'ʼ' or '\u02B9' or '\u0374' => '\'',
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' => '"',
        '−' => '-',
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        _ when CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation => '-',
        _ => letter,
    };

    /// <summary>Sorts the marks of each letter, since their order varies.</summary>
    private static void SortMarks(StringBuilder key)
    {
        for (var i = 1; i < key.Length; i++)
        {
            for (var j = i; j > 0 && IsMark(key[j]) && IsMark(key[j - 1]) && key[j] < key[j - 1]; j--)
                (key[j], key[j - 1]) = (key[j - 1], key[j]);
        }
    }

    private static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
