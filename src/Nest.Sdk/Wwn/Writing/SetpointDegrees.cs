using System.Globalization;
using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>Temperatures of a write: in one scale, and as text.</summary>
internal static class SetpointDegrees
{
    public static decimal In(this Temperature temperature, TemperatureScale scale) =>
        scale == TemperatureScale.Fahrenheit ? temperature.Fahrenheit : temperature.Celsius;

    /// <summary>The value if it was reported in the scale: a conversion could be half a step off, and a rule must not be decided by that.</summary>
    public static decimal? Reported(this Temperature? temperature, TemperatureScale scale) =>
        temperature is { } known && known.ReportedIn(scale) ? known.In(scale) : null;

    public static string Text(decimal degrees, TemperatureScale scale) => string.Create(CultureInfo.InvariantCulture, $"{Number(degrees, scale)} °{scale}");

    public static string Text(decimal min, decimal max, TemperatureScale scale) =>
        string.Create(CultureInfo.InvariantCulture, $"{Number(min, scale)}–{Number(max, scale)} °{scale}");

    /// <summary>The end of a name on the wire.</summary>
    public static string Suffix(TemperatureScale scale) => scale == TemperatureScale.Fahrenheit ? "_f" : "_c";

    private static string Number(decimal degrees, TemperatureScale scale) =>
        degrees.ToString(scale == TemperatureScale.Fahrenheit ? "0.##" : "0.0#", CultureInfo.InvariantCulture);
}
