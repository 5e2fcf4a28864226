using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>What a caller wishes of one thermostat; what is omitted stays as it is.</summary>
/// <remarks>
/// On Works with Nest the setpoints are checked against the mode that the thermostat has now: to set mode and setpoint, write the mode first and the setpoint when the mode is confirmed. See docs/protocol/works-with-nest.md#writes.
/// A temperature may come in either scale; there it is sent in the scale of the thermostat, rounded once to the step of that scale: 0.5 °C or 1 °F.
/// </remarks>
public sealed record ThermostatSettings
{
    /// <summary>The target in the modes heat and cool. On Works with Nest 9–32 °C or 50–90 °F.</summary>
    public Temperature? TargetTemperature { get; init; }

    /// <summary>The heat-to target in the mode heat-cool. On Works with Nest 9–32 °C or 50–90 °F, at least 1.5 °C or 3 °F below the high one.</summary>
    public Temperature? TargetTemperatureLow { get; init; }

    /// <summary>The cool-to target in the mode heat-cool. On Works with Nest 9–32 °C or 50–90 °F.</summary>
    public Temperature? TargetTemperatureHigh { get; init; }

    /// <summary>The mode; it must fit what the system can do. To leave eco, the wanted mode. The default value leaves it.</summary>
    public HvacMode HvacMode { get; init; }

    /// <summary>True runs the fan for <see cref="FanTimerDuration"/>, false stops it.</summary>
    public bool? FanTimerActive { get; init; }

    /// <summary>How long the fan runs. On Works with Nest 15, 30, 45, 60, 120, 240, 480 or 960 minutes.</summary>
    public TimeSpan? FanTimerDuration { get; init; }

    /// <summary>The label; empty takes it away. On Works with Nest up to 255 characters.</summary>
    public string? Label { get; init; }

    /// <summary>The scale that the thermostat displays. The default value leaves it.</summary>
    public TemperatureScale TemperatureScale { get; init; }
}
