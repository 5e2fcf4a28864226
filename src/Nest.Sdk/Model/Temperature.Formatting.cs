using System.Globalization;

namespace Nest.Sdk.Model;

public readonly partial struct Temperature : ISpanFormattable
{
    private const string AllDigits = "0.############################";

    /// <summary>The value in its <see cref="Scale"/>, such as <c>21.5 °C</c>, in every culture the same.</summary>
    /// <returns>The number without trailing zeros and the unit.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>The value as a format asks for it.</summary>
    /// <param name="format">
    /// The scale, then the decimals: <c>G</c> for the value's own <see cref="Scale"/>, <c>C</c> for Celsius, <c>F</c> for Fahrenheit, in either case, and from 0 to 28 decimals, such as <c>C1</c>.
    /// Without decimals there are as many as the value needs. Null and <c>""</c> are <c>G</c>.
    /// </param>
    /// <param name="formatProvider">The signs and the decimal point. Default: those of the invariant culture.</param>
    /// <returns>The number, a blank, and the unit: 21.5 °C is <c>70.7 °F</c> by <c>F</c>, and <c>71 °F</c> by <c>F0</c>. A reading gives the value that was reported in the scale.</returns>
    /// <exception cref="FormatException">The format is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var (degrees, digits, unit) = Shown(format);
        return degrees.ToString(digits, formatProvider ?? CultureInfo.InvariantCulture) + unit;
    }

    /// <inheritdoc cref="ToString(string, IFormatProvider)"/>
    /// <param name="destination">The buffer to write to.</param>
    /// <param name="charsWritten">The length of the text; 0 when the buffer is too short.</param>
    /// <param name="format">As in <see cref="ToString(string, IFormatProvider)"/>.</param>
    /// <param name="provider">The signs and the decimal point. Default: those of the invariant culture.</param>
    /// <returns>Whether the text fits in the buffer.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var (degrees, digits, unit) = Shown(format);
        var fits = degrees.TryFormat(destination, out charsWritten, digits, provider ?? CultureInfo.InvariantCulture) && unit.TryCopyTo(destination[charsWritten..]);
        charsWritten = fits ? charsWritten + unit.Length : 0;
        return fits;
    }

    private (decimal Degrees, string Digits, string Unit) Shown(ReadOnlySpan<char> format)
    {
        var isFahrenheit = format switch
        {
            [] or ['G' or 'g', ..] => _stated == Stated.Fahrenheit,
            ['C' or 'c', ..] => false,
            ['F' or 'f', ..] => true,
            _ => throw Unknown(format),
        };
        var degrees = isFahrenheit ? Fahrenheit : Celsius;
        var unit = isFahrenheit ? " °F" : " °C";
        if (format.Length < 2)
            return (degrees, AllDigits, unit);
        return byte.TryParse(format[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) && decimals <= 28
            ? (decimal.Round(degrees, decimals, MidpointRounding.AwayFromZero), $"F{decimals}", unit)
            : throw Unknown(format);
    }

    private static FormatException Unknown(ReadOnlySpan<char> format) =>
        new($"'{format}' is not a format of a temperature. Use G, C or F, and the number of decimals behind it, such as C1.");
}
