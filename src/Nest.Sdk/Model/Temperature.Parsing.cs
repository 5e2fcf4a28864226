using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Nest.Sdk.Model;

public readonly partial struct Temperature : ISpanParsable<Temperature>
{
    /// <summary>Parses a setting: a number with its unit, such as <c>21.5C</c>, <c>70F</c> or <c>21.5 °C</c>.</summary>
    /// <remarks>
    /// The number can have a sign and a decimal point, but no exponent and no group separators. <c>°</c> is optional.
    /// The unit is <c>C</c> or <c>F</c>, case-insensitive.
    /// White space around each part is ignored. Accepts the result of <see cref="ToString()"/>.
    /// </remarks>
    /// <param name="s">The text.</param>
    /// <param name="provider">The signs and the decimal point. Default: those of the invariant culture.</param>
    /// <returns>A setting in the scale of the text. Not rounded to a step: see <see cref="RoundToStep"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">
    /// The text is not a temperature, or the number is outside -1,000–1,000.
    /// </exception>
    public static Temperature Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Temperature Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TryParse(s, provider, out var temperature)
        ? temperature
        : throw new FormatException($"'{s}' is not a temperature. Write a number from -1,000 to 1,000 with its unit, such as 21.5C or 70F.");

    /// <summary>Tries to parse a setting like <see cref="Parse(string, IFormatProvider)"/>.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The setting. The default value when the text is not a temperature.</param>
    /// <returns>Whether the text is a temperature.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Temperature result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string, out Temperature)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">The signs and the decimal point. Default: those of the invariant culture.</param>
    /// <param name="result">The setting. The default value when the text is not a temperature.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Temperature result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out Temperature)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Temperature result)
    {
        result = default;
        var text = s.Trim();
        if (text.IsEmpty)
            return false;
        var number = text[..^1].TrimEnd();
        if (number.EndsWith('°'))
            number = number[..^1].TrimEnd();
        if (!decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, provider ?? CultureInfo.InvariantCulture, out var degrees)
            || degrees is < -MaxMagnitude or > MaxMagnitude)
        {
            return false;
        }

        switch (text[^1])
        {
            case 'C' or 'c':
                result = FromCelsius(degrees);
                return true;
            case 'F' or 'f':
                result = FromFahrenheit(degrees);
                return true;
            default:
                return false;
        }
    }
}
