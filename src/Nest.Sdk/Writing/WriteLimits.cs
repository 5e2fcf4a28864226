using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>The numbers of a backend's rules.</summary>
internal sealed record WriteLimits
{
    /// <summary>Works with Nest (reference §10).</summary>
    public static WriteLimits Wwn { get; } = new()
    {
        Celsius = (9, 32),
        Fahrenheit = (50, 90),
        CelsiusGap = 1.5m,
        FahrenheitGap = 3,
        FanMinutes = [15, 30, 45, 60, 120, 240, 480, 960],
        LabelLength = 255,
    };

    public required (decimal Min, decimal Max) Celsius { get; init; }

    public required (decimal Min, decimal Max) Fahrenheit { get; init; }

    public required decimal CelsiusGap { get; init; }

    public required decimal FahrenheitGap { get; init; }

    public required IReadOnlyList<int> FanMinutes { get; init; }

    public required int LabelLength { get; init; }

    public (decimal Min, decimal Max) Range(TemperatureScale scale) => scale == TemperatureScale.Fahrenheit ? Fahrenheit : Celsius;

    public decimal Gap(TemperatureScale scale) => scale == TemperatureScale.Fahrenheit ? FahrenheitGap : CelsiusGap;
}
