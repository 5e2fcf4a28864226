using System.Text.Json.Serialization;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>A temperature with the scale or scales in which it was given.</summary>
/// <remarks>
/// <para>A setting has one scale. A reading has both values as Nest reported them. Nest rounds them independently,
/// so 22.0 °C may come with 72 °F, and neither is computed from the other. See
/// docs/protocol/works-with-nest.md#numbers-times-ids.</para>
/// <para>Equality compares values and scales: 20 °C and 68 °F are not equal, although <see cref="CompareTo"/> returns
/// 0. The default value is 0 °C.</para>
/// </remarks>
[JsonConverter(typeof(TemperatureConverter))]
public readonly partial struct Temperature : IEquatable<Temperature>, IComparable<Temperature>
{
    /// <summary>The maximum magnitude of a setting, so that arithmetic cannot overflow.</summary>
    internal const decimal MaxMagnitude = 1000;

    /// <summary>The maximum magnitude of a reading: a setting at its limit in the other scale, with a margin.</summary>
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

    /// <summary>The scales of the value. Zero is Celsius, so the default value is 0 °C.</summary>
    private enum Stated : byte
    {
        Celsius,
        Fahrenheit,
        Both,
    }

    /// <summary>
    /// Degrees Celsius: the value as given in Celsius, or else the exact conversion, not rounded to a step.
    /// </summary>
    public decimal Celsius => _stated == Stated.Fahrenheit ? (_fahrenheit - 32) / 1.8m : _celsius;

    /// <summary>
    /// Degrees Fahrenheit: the value as given in Fahrenheit, or else the exact conversion, not rounded to a step.
    /// </summary>
    public decimal Fahrenheit => _stated == Stated.Celsius ? ExactFahrenheit(_celsius) : _fahrenheit;

    /// <summary>
    /// The scale of a setting. For a reading, Celsius when it was reported, or else Fahrenheit. Never absent.
    /// </summary>
    public TemperatureScale Scale => _stated == Stated.Fahrenheit ? TemperatureScale.Fahrenheit : TemperatureScale.Celsius;

    /// <summary>Whether the value was given in a scale, and is not a conversion.</summary>
    /// <param name="scale">The scale. An unknown or absent scale returns false.</param>
    /// <returns>True when the value was given in the scale.</returns>
    public bool ReportedIn(TemperatureScale scale) =>
        (scale == TemperatureScale.Celsius && _stated != Stated.Fahrenheit) || (scale == TemperatureScale.Fahrenheit && _stated != Stated.Celsius);

    private static decimal ExactFahrenheit(decimal celsius) => (celsius * 1.8m) + 32;
}
