using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>A rule that a backend has for writes; those of Works with Nest are in docs/protocol/works-with-nest.md#write-rules. New ones may come.</summary>
[JsonConverter(typeof(EnumWordConverter<NestRule>))]
public enum NestRule
{
    /// <summary>None: the value of an error that was made by hand.</summary>
    None = 0,

    /// <summary>The home has a device or structure with this id.</summary>
    KnownId,

    /// <summary>The device has fields that can be written; a Protect has none.</summary>
    WritableDevice,

    /// <summary>The token may see the field: a field that is not there cannot be written either. See docs/protocol/works-with-nest.md#permissions.</summary>
    Permission,

    /// <summary>The device is online.</summary>
    Online,

    /// <summary>The setpoint belongs to the present mode: one target in heat and cool, two in heat-cool, none in eco and off.</summary>
    SetpointFitsMode,

    /// <summary>The word is one of the modes.</summary>
    KnownMode,

    /// <summary>The system can do what the mode needs: heat, cool, or both.</summary>
    ModeFitsSystem,

    /// <summary>No cooling while the emergency heat is on.</summary>
    EmergencyHeat,

    /// <summary>A setpoint lies within the range of the service.</summary>
    Range,

    /// <summary>Low is not above high.</summary>
    LowBelowHigh,

    /// <summary>Low and high are far enough apart.</summary>
    Gap,

    /// <summary>While the thermostat is locked, a setpoint lies within the lock's range.</summary>
    Lock,

    /// <summary>There is a fan that can run by itself.</summary>
    HasFan,

    /// <summary>No smoke or CO alarm has shut the system off. Never found broken by a check: an alarm, and not to see any, leaves it to the server.</summary>
    SafetyShutoff,

    /// <summary>The fan runs for one of the durations that the service allows.</summary>
    FanDuration,

    /// <summary>A label is short enough.</summary>
    LabelLength,

    /// <summary>An arrival is told only to a structure with a thermostat.</summary>
    EtaNeedsThermostat,

    /// <summary>An arrival is told only while nobody is home. A word other than home, away and auto-away is left to the server.</summary>
    EtaNeedsAway,
}
