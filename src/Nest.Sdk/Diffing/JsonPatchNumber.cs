using System.Globalization;
using System.Numerics;
using System.Text;

namespace Nest.Sdk.Diffing;

/// <summary>A JSON number's exact value: the digits that count, and the power of ten of the last of them.</summary>
internal readonly struct JsonPatchNumber
{
    private readonly bool _isNegative;
    private readonly ReadOnlyMemory<byte> _digits;
    private readonly BigInteger _scale;

    private JsonPatchNumber(ReadOnlySpan<byte> number)
    {
        var isNegative = number[0] == '-';
        var mantissa = isNegative ? number[1..] : number;
        var exponent = BigInteger.Zero;
        var e = mantissa.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            exponent = ReadExponent(mantissa[(e + 1)..]);
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf((byte)'.');
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        byte[] digits = [.. point < 0 ? mantissa : mantissa[..point], .. fraction];
        var withoutEnd = digits.AsMemory().TrimEnd((byte)'0');
        _digits = withoutEnd.TrimStart((byte)'0');
        // Zero has one value, whatever its sign and exponent.
        _isNegative = isNegative && !_digits.IsEmpty;
        _scale = _digits.IsEmpty ? 0 : exponent - fraction.Length + (digits.Length - withoutEnd.Length);
    }

    /// <summary>Whether two sound JSON numbers have the same value: 20, 20.0 and 2e1 have. Nothing is rounded.</summary>
    public static bool IsSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceEqual(other))
            return true;
        var (first, second) = (new JsonPatchNumber(one), new JsonPatchNumber(other));
        return first._isNegative == second._isNegative && first._scale == second._scale && first._digits.Span.SequenceEqual(second._digits.Span);
    }

    private static BigInteger ReadExponent(ReadOnlySpan<byte> exponent) =>
        BigInteger.Parse(Encoding.ASCII.GetString(exponent), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
