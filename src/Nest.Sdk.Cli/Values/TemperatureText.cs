using System.Globalization;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Values;

/// <summary>Temperatures as they are typed, always with their unit: <c>21.5C</c>, <c>70F</c>.</summary>
internal static class TemperatureText
{
    public const string Advice = "Write it with its unit, like 21.5C or 70F.";

    public static bool TryParse(string text, out Temperature temperature)
    {
        temperature = default;
        if (text.Length < 2 || !decimal.TryParse(text[..^1].TrimEnd('°'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) || degrees is > 1000 or < -1000)
            return false;
        switch (text[^1])
        {
            case 'C' or 'c':
                temperature = Temperature.FromCelsius(degrees);
                return true;
            case 'F' or 'f':
                temperature = Temperature.FromFahrenheit(degrees);
                return true;
            default:
                return false;
        }
    }
}
