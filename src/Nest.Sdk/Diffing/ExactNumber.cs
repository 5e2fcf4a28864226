using System.Globalization;
using System.Numerics;
using System.Text;

namespace Nest.Sdk.Diffing;

/// <summary>
/// Compares JSON numbers by their exact decimal value, at any length: 20, 20.0 and 2e1 are equal, 9007199254740993 and
/// …992 differ, 0 and -0 are equal.
/// </summary>
internal readonly ref struct ExactNumber
{
    /// <summary>
    /// The maximum number of digits of an exponent. Numbers with longer exponents are equal when their digits are.
    /// </summary>
    private const int LongestExponent = 10_000;

    /// <summary>
    /// The bound of hashed exponents, well below the largest exponent of 18 digits, so that all spellings of a number
    /// are on the same side.
    /// </summary>
    private const long LargestHashed = 100_000_000_000_000_000;

    private readonly ReadOnlySpan<byte> _whole;
    private readonly ReadOnlySpan<byte> _fraction;
    private readonly ReadOnlySpan<byte> _exponent;
    private readonly bool _isNegative;

    /// <summary>
    /// The first digit that is not an outer zero, and the one after the last, counted over whole part and fraction.
    /// </summary>
    private readonly int _first;
    private readonly int _end;

    /// <param name="text">A valid JSON number.</param>
    public ExactNumber(ReadOnlySpan<byte> text)
    {
        _isNegative = text[0] == '-';
        var mantissa = _isNegative ? text[1..] : text;
        if (mantissa.IndexOfAny((byte)'e', (byte)'E') is var e and >= 0)
        {
            _exponent = mantissa[(e + 1)..];
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf((byte)'.');
        _whole = point < 0 ? mantissa : mantissa[..point];
        _fraction = point < 0 ? [] : mantissa[(point + 1)..];
        _end = _whole.Length + _fraction.Length;
        while (_first < _end && Digit(_first) == '0')
            _first++;
        while (_end > _first && Digit(_end - 1) == '0')
            _end--;
    }

    private bool IsZero => _first == _end;

    /// <summary>The power of ten of the last digit, without the exponent.</summary>
    private int Scale => _whole.Length - _end;

    /// <summary>Whether two valid JSON numbers have the same value.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right))
            return true;
        // Whole numbers of digits only have exactly one spelling.
        return (left.ContainsAnyExceptInRange((byte)'0', (byte)'9') || right.ContainsAnyExceptInRange((byte)'0', (byte)'9')) && AreEqual(new ExactNumber(left), new ExactNumber(right));
    }

    /// <summary>The hash of the value, equal for equal values.</summary>
    public static int HashOf(ReadOnlySpan<byte> text)
    {
        var number = new ExactNumber(text);
        if (number.IsZero)
            return 0;
        var hash = default(HashCode);
        hash.Add(number._isNegative);
        for (var i = number._first; i < number._end; i++)
            hash.Add(number.Digit(i));
        var exponent = Significant(number._exponent);
        // Larger exponents occur only in tests. The hash of such numbers depends on their digits only.
        if (exponent.Length <= 18 && (long)Exponent(number._exponent, exponent) + number.Scale is var power and > -LargestHashed and < LargestHashed)
            hash.Add(power);
        return hash.ToHashCode();
    }

    private static bool AreEqual(ExactNumber left, ExactNumber right)
    {
        if (left.IsZero || right.IsZero)
            return left.IsZero && right.IsZero;
        if (left._isNegative != right._isNegative || left._end - left._first != right._end - right._first)
            return false;
        for (var i = 0; i < left._end - left._first; i++)
        {
            if (left.Digit(left._first + i) != right.Digit(right._first + i))
                return false;
        }

        return HaveSameExponent(left, right);
    }

    private static bool HaveSameExponent(ExactNumber left, ExactNumber right)
    {
        var one = Significant(left._exponent);
        var other = Significant(right._exponent);
        if (one.Length > LongestExponent || other.Length > LongestExponent)
            return left.Scale == right.Scale && one.SequenceEqual(other) && IsNegative(left._exponent) == IsNegative(right._exponent);
        return Exponent(left._exponent, one) + left.Scale == Exponent(right._exponent, other) + right.Scale;
    }

    private static BigInteger Exponent(ReadOnlySpan<byte> text, ReadOnlySpan<byte> digits)
    {
        if (digits.IsEmpty)
            return BigInteger.Zero;
        var value = BigInteger.Parse(Encoding.ASCII.GetString(digits), NumberStyles.None, CultureInfo.InvariantCulture);
        return IsNegative(text) ? -value : value;
    }

    private static ReadOnlySpan<byte> Significant(ReadOnlySpan<byte> exponent) => exponent.TrimStart("+-"u8).TrimStart((byte)'0');

    private static bool IsNegative(ReadOnlySpan<byte> exponent) => !exponent.IsEmpty && exponent[0] == '-';

    private byte Digit(int index) => index < _whole.Length ? _whole[index] : _fraction[index - _whole.Length];
}
