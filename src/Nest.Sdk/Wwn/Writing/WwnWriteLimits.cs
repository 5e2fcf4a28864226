using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>
/// The limits of the write rules of Works with Nest. See docs/protocol/works-with-nest.md#write-rules.
/// </summary>
internal static class WwnWriteLimits
{
    public const int LabelLength = 255;

    public static IReadOnlyList<int> FanMinutes { get; } = [15, 30, 45, 60, 120, 240, 480, 960];

    public static (decimal Min, decimal Max) Range(TemperatureScale scale) => scale == TemperatureScale.Fahrenheit ? (50, 90) : (9, 32);

    public static decimal Gap(TemperatureScale scale) => scale == TemperatureScale.Fahrenheit ? 3 : 1.5m;
}
