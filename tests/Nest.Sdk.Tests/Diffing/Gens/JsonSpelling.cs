using System.Globalization;
using System.Text;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>Other spellings of the same text or number.</summary>
internal static class JsonSpelling
{
    private const string Short = "\"\\/\b\f\n\r\t";

    private const string ShortNames = "\"\\/bfnrt";

    /// <summary>Between quotes, with no more escapes than needed.</summary>
    public static string Plain(string text) => Spell(text, null, 0);

    public static string Escaped(string text, Random random, double share) => Spell(text, random, share);

    public static string Number(string number, Random random)
    {
        var isPlain = number.IndexOfAny(['.', 'e', 'E']) < 0;
        var isZero = number.TrimStart('-').All(letter => letter is '0' or '.');
        return random.Next(6) switch
        {
            0 when isPlain => number + ".0",
            1 when isPlain && number.Length > 1 && number[^1] == '0' && !isZero => number[..^1] + "e1",
            2 when isPlain && !isZero => number + "0e-1",
            3 when number.IndexOfAny(['e', 'E']) < 0 => number + (random.Next(2) == 0 ? "e0" : "E-00"),
            4 when number.Contains('.', StringComparison.Ordinal) && number.IndexOfAny(['e', 'E']) < 0 => number + new string('0', random.Next(1, 4)),
            5 when isZero => random.Next(2) == 0 ? "-0" : "0.00e12",
            _ => number,
        };
    }

    private static string Spell(string text, Random? random, double share)
    {
        var spelling = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(letter, text[i + 1]);
            var needsEscape = letter is '"' or '\\' or < ' ' || (char.IsSurrogate(letter) && !isPair);
            if (!needsEscape && (random is null || random.NextDouble() >= share))
            {
                spelling.Append(letter);
                if (isPair)
                    spelling.Append(text[++i]);
                continue;
            }

            var place = Short.IndexOf(letter, StringComparison.Ordinal);
            if (place >= 0 && random?.Next(2) != 0)
                spelling.Append('\\').Append(ShortNames[place]);
            else
                spelling.Append(Unit(letter, random));
            if (isPair)
                spelling.Append(Unit(text[++i], random));
        }

        return spelling.ToString();
    }

    private static string Unit(char unit, Random? random) => "\\u" + ((int)unit).ToString(random?.Next(2) == 1 ? "X4" : "x4", CultureInfo.InvariantCulture);
}
