using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>
/// A rule of a backend for writes. The rules of Works with Nest are in docs/protocol/works-with-nest.md#write-rules.
/// Later versions may add rules.
/// </summary>
[JsonConverter(typeof(EnumWordConverter<NestRule>))]
public enum NestRule
{
    /// <summary>No rule: the default of an exception that was created manually.</summary>
    None = 0,

    /// <summary>The home has a device or structure with this id.</summary>
    KnownId,

    /// <summary>The device has fields that can be written. A Protect has none.</summary>
    WritableDevice,

    /// <summary>
    /// The token has permission for the field. A field that is missing cannot be written either. See
    /// docs/protocol/works-with-nest.md#permissions.
    /// </summary>
    Permission,

    /// <summary>The device is online.</summary>
    Online,

    /// <summary>
    /// The setpoint fits the current mode: one target in heat and cool, two in heat-cool, none in eco and off.
    /// </summary>
    SetpointFitsMode,

    /// <summary>The mode is a known one.</summary>
    KnownMode,

    /// <summary>The system supports the mode: heat, cool, or both.</summary>
    ModeFitsSystem,

    /// <summary>The mode does not cool while emergency heat is on.</summary>
    EmergencyHeat,

    /// <summary>A setpoint is within the range of the service.</summary>
    Range,

    /// <summary>The low setpoint is not above the high one.</summary>
    LowBelowHigh,

    /// <summary>The low and high setpoints are far enough apart.</summary>
    Gap,

    /// <summary>While the thermostat is locked, a setpoint is within the range of the lock.</summary>
    Lock,

    /// <summary>The thermostat has a fan that can run separately.</summary>
    HasFan,

    /// <summary>
    /// No smoke or CO alarm has shut the system off. A check never fails: with an alarm, or without data about alarms,
    /// it is left to the server.
    /// </summary>
    SafetyShutoff,

    /// <summary>The fan duration is one that the service allows.</summary>
    FanDuration,

    /// <summary>A label is not too long.</summary>
    LabelLength,

    /// <summary>An ETA needs a structure with at least one thermostat.</summary>
    EtaNeedsThermostat,

    /// <summary>
    /// An ETA needs a structure that is away. A state other than home, away and auto-away is left to the server.
    /// </summary>
    EtaNeedsAway,
}
