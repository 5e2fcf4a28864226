using System.Globalization;

namespace Nest.Sdk.Model;

public readonly partial struct Temperature : ISpanFormattable
{
    private const string AllDigits = "0.############################";

    /// <summary>The value in its <see cref="Scale"/>, such as <c>21.5 °C</c>. Independent of the culture.</summary>
    /// <returns>The number without trailing zeros and the unit.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Formats the value.</summary>
    /// <param name="format">
    /// The scale, then the number of decimals, such as <c>C1</c>: <c>G</c> for the value's <see cref="Scale"/>,
    /// <c>C</c> for Celsius or <c>F</c> for Fahrenheit, case-insensitive, and 0 to 28 decimals.
    /// Default: <c>G</c>, and as many decimals as the value needs.
    /// </param>
    /// <param name="formatProvider">The signs and the decimal point. Default: those of the invariant culture.</param>
    /// <returns>
    /// The number, a space and the unit: 21.5 °C is <c>70.7 °F</c> with <c>F</c>, and <c>71 °F</c> with <c>F0</c>. A
    /// reading uses the value that was reported in the scale.
    /// </returns>
    /// <exception cref="FormatException">The format is invalid.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var (degrees, digits, unit) = Shown(format);
        return degrees.ToString(digits, formatProvider ?? CultureInfo.InvariantCulture) + unit;
    }

    /// <inheritdoc cref="ToString(string, IFormatProvider)"/>
    /// <param name="destination">The buffer to write to.</param>
    /// <param name="charsWritten">The length of the text. 0 when the buffer is too short.</param>
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
        new($"'{format}' is not a temperature format. Use G, C or F, followed by the number of decimals, such as C1.");
}
