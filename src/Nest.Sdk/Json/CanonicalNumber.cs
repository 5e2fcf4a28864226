using System.Globalization;
using System.Text;

namespace Nest.Sdk.Json;

/// <summary>
/// Converts a number to a canonical form, exact at any length: 20, 20.0 and 2e1 become <c>2E1</c>, and 0 and -0 become
/// <c>0</c>.
/// </summary>
internal static class CanonicalNumber
{
    public static string Of(ReadOnlySpan<byte> number)
    {
        var text = Encoding.ASCII.GetString(number);
        var sign = text[0] == '-' ? "-" : "";
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = text.AsSpan(sign.Length, (exponentAt < 0 ? text.Length : exponentAt) - sign.Length);
        var point = mantissa.IndexOf('.');
        var fractionDigits = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = string.Concat(point < 0 ? mantissa : mantissa[..point], point < 0 ? [] : mantissa[(point + 1)..]).TrimStart('0');
        if (digits.Length == 0)
            return "0";

        // An exponent of more than 18 digits is not evaluated: such a number equals only the same spelling.
        if (!TryReadExponent(exponentAt < 0 ? "0" : text.AsSpan(exponentAt + 1), out var exponent))
            return text.ToUpperInvariant();
        var significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length - fractionDigits;
        return exponent == 0
            ? sign + significant
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{significant}E{exponent}");
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, out long exponent)
    {
        var sign = text[0] == '-' ? -1 : 1;
        var digits = text[0] is '-' or '+' ? text[1..] : text;
        digits = digits.TrimStart('0');
        exponent = 0;
        if (digits.Length > 18)
            return false;
        exponent = digits.IsEmpty ? 0 : sign * long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }
}
