using System.Text.Json.Serialization;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>A temperature that remembers the scale, or both scales, in which it was stated.</summary>
/// <remarks>
/// <para>A setting is stated in one scale. A reading keeps both values as Nest reported them: they are rounded independently (see docs/protocol/works-with-nest.md#numbers-times-ids),
/// so 22.0 °C may come with 72 °F, and neither is computed from the other.</para>
/// <para>Equality is by what a value holds: 20 °C and 68 °F are not equal, although <see cref="CompareTo"/> says 0. The default value is 0 °C.</para>
/// </remarks>
[JsonConverter(typeof(TemperatureConverter))]
public readonly partial struct Temperature : IEquatable<Temperature>, IComparable<Temperature>
{
    /// <summary>No stated value lies further from zero, so no arithmetic on it can overflow.</summary>
    internal const decimal MaxMagnitude = 1000;

    /// <summary>The widest value that is read: what a setting at its limit becomes in the other scale, with room.</summary>
    internal const decimal MaxReadable = 2000;

    private readonly decimal _celsius;
    private readonly decimal _fahrenheit;
    private readonly Stated _stated;

    private Temperature(decimal celsius, decimal fahrenheit, Stated stated)
    {
        _celsius = celsius;
        _fahrenheit = fahrenheit;
        _stated = stated;
    }

    /// <summary>What the value holds. Zero is Celsius, so the default value is 0 °C.</summary>
    private enum Stated : byte
    {
        Celsius,
        Fahrenheit,
        Both,
    }

    /// <summary>Degrees Celsius: as reported when the value was stated in Celsius, else the exact conversion, not rounded to a step.</summary>
    public decimal Celsius => _stated == Stated.Fahrenheit ? (_fahrenheit - 32) / 1.8m : _celsius;

    /// <summary>Degrees Fahrenheit: as reported when the value was stated in Fahrenheit, else the exact conversion, not rounded to a step.</summary>
    public decimal Fahrenheit => _stated == Stated.Celsius ? ExactFahrenheit(_celsius) : _fahrenheit;

    /// <summary>The scale of a setting. For a reading it is Celsius when Celsius was reported, else Fahrenheit. Never absent.</summary>
    public TemperatureScale Scale => _stated == Stated.Fahrenheit ? TemperatureScale.Fahrenheit : TemperatureScale.Celsius;

    /// <summary>Whether the value in this scale was stated, and is not a conversion.</summary>
    /// <param name="scale">The scale to ask for; an unknown or absent one was never stated.</param>
    /// <returns>True when it was stated.</returns>
    public bool ReportedIn(TemperatureScale scale) =>
        (scale == TemperatureScale.Celsius && _stated != Stated.Fahrenheit) || (scale == TemperatureScale.Fahrenheit && _stated != Stated.Celsius);

    private static decimal ExactFahrenheit(decimal celsius) => (celsius * 1.8m) + 32;
}
