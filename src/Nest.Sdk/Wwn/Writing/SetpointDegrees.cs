using System.Globalization;
using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>Formats temperatures of a write and gets them in one scale.</summary>
internal static class SetpointDegrees
{
    public static decimal In(this Temperature temperature, TemperatureScale scale) =>
        scale == TemperatureScale.Fahrenheit ? temperature.Fahrenheit : temperature.Celsius;

    /// <summary>
    /// Gets the value if it was reported in the scale. A converted value may be half a step off, which must not decide
    /// a rule.
    /// </summary>
    public static decimal? Reported(this Temperature? temperature, TemperatureScale scale) =>
        temperature is { } known && known.ReportedIn(scale) ? known.In(scale) : null;

    public static string Text(decimal degrees, TemperatureScale scale) => string.Create(CultureInfo.InvariantCulture, $"{Number(degrees, scale)} °{scale}");

    public static string Text(decimal min, decimal max, TemperatureScale scale) =>
        string.Create(CultureInfo.InvariantCulture, $"{Number(min, scale)}–{Number(max, scale)} °{scale}");

    /// <summary>Gets the suffix of a wire name.</summary>
    public static string Suffix(TemperatureScale scale) => scale == TemperatureScale.Fahrenheit ? "_f" : "_c";

    private static string Number(decimal degrees, TemperatureScale scale) =>
        degrees.ToString(scale == TemperatureScale.Fahrenheit ? "0.##" : "0.0#", CultureInfo.InvariantCulture);
}
