using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>A capability of a backend, a device or a structure. See <see cref="NestCapabilities"/>.</summary>
/// <remarks>An open enum: later versions add values. The default value means absent.</remarks>
[JsonConverter(typeof(OpenEnumConverter<NestCapability>))]
public readonly record struct NestCapability : IOpenEnum<NestCapability>
{
    private readonly string? _word;

    private NestCapability(string word) => _word = word;

    /// <summary>Setting one target temperature: <see cref="ThermostatSettings.TargetTemperature"/>.</summary>
    public static NestCapability TargetTemperature { get; } = new("target-temperature");

    /// <summary>
    /// Setting a low and a high target: <see cref="ThermostatSettings.TargetTemperatureLow"/> and
    /// <see cref="ThermostatSettings.TargetTemperatureHigh"/>.
    /// </summary>
    public static NestCapability TargetRange { get; } = new("target-range");

    /// <summary>Setting the mode: <see cref="ThermostatSettings.HvacMode"/>.</summary>
    public static NestCapability HvacMode { get; } = new("hvac-mode");

    /// <summary>Setting and leaving eco mode.</summary>
    public static NestCapability Eco { get; } = new("eco");

    /// <summary>Starting and stopping the fan: <see cref="ThermostatSettings.FanTimerActive"/>.</summary>
    public static NestCapability FanTimer { get; } = new("fan-timer");

    /// <summary>Setting the label of a thermostat: <see cref="ThermostatSettings.Label"/>.</summary>
    public static NestCapability Label { get; } = new("label");

    /// <summary>
    /// Setting the scale that a thermostat displays: <see cref="ThermostatSettings.TemperatureScale"/>.
    /// </summary>
    public static NestCapability TemperatureScale { get; } = new("temperature-scale");

    /// <summary>Setting whether a structure is home or away: <see cref="StructureSettings.Away"/>.</summary>
    public static NestCapability Away { get; } = new("away");

    /// <summary>Setting the name of a structure: <see cref="StructureSettings.Name"/>.</summary>
    public static NestCapability StructureName { get; } = new("structure-name");

    /// <summary>Announcing and withdrawing an arrival: <see cref="StructureSettings.Eta"/>.</summary>
    public static NestCapability Eta { get; } = new("eta");

    /// <summary>Turning a camera on and off: <see cref="ICameraCommands.SetStreamingAsync"/>.</summary>
    public static NestCapability CameraSwitch { get; } = new("camera-switch");

    /// <summary>Reading smoke and CO alarms (Nest Protect).</summary>
    public static NestCapability SmokeCoAlarms { get; } = new("smoke-co-alarms");

    /// <summary>Images of camera events.</summary>
    public static NestCapability EventImages { get; } = new("event-images");

    /// <inheritdoc/>
    public static EquatableArray<NestCapability> Known { get; } =
    [
        TargetTemperature, TargetRange, HvacMode, Eco, FanTimer, Label, TemperatureScale, Away, StructureName, Eta, CameraSwitch, SmokeCoAlarms, EventImages,
    ];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static NestCapability From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
