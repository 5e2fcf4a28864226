using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>The settings to write to one thermostat. Omitted settings are unchanged.</summary>
/// <remarks>
/// Works with Nest checks setpoints against the current mode of the thermostat. To set mode and setpoint, write the
/// mode first, and the setpoint when the mode is confirmed. See docs/protocol/works-with-nest.md#writes. A temperature
/// may have either scale. Works with Nest gets it in the scale of the thermostat, rounded once to the step of that
/// scale: 0.5 °C or 1 °F.
/// </remarks>
public sealed record ThermostatSettings
{
    /// <summary>The target temperature in heat and cool mode. Range on Works with Nest: 9–32 °C or 50–90 °F.</summary>
    public Temperature? TargetTemperature { get; init; }

    /// <summary>
    /// The heat-to target in heat-cool mode. Range on Works with Nest: 9–32 °C or 50–90 °F, at least 1.5 °C or 3 °F
    /// below the high target.
    /// </summary>
    public Temperature? TargetTemperatureLow { get; init; }

    /// <summary>The cool-to target in heat-cool mode. Range on Works with Nest: 9–32 °C or 50–90 °F.</summary>
    public Temperature? TargetTemperatureHigh { get; init; }

    /// <summary>
    /// The mode. The system must support it. To leave eco mode, set the wanted mode. Default: unchanged.
    /// </summary>
    public HvacMode HvacMode { get; init; }

    /// <summary>Whether the fan runs: true runs it for <see cref="FanTimerDuration"/>, false stops it.</summary>
    public bool? FanTimerActive { get; init; }

    /// <summary>The duration of the fan. On Works with Nest 15, 30, 45, 60, 120, 240, 480 or 960 minutes.</summary>
    public TimeSpan? FanTimerDuration { get; init; }

    /// <summary>The label. Empty removes it. On Works with Nest up to 255 characters.</summary>
    public string? Label { get; init; }

    /// <summary>The temperature scale that the thermostat displays. Default: unchanged.</summary>
    public TemperatureScale TemperatureScale { get; init; }
}
