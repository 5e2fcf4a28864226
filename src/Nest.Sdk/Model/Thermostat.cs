using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>A Nest thermostat, as under <c>/devices/thermostats/ID</c>. See docs/protocol/works-with-nest.md#thermostats.</summary>
/// <remarks>Every field needs the permission Thermostat read or read/write, and any of them can be missing. The record carries data only; writing is done by id on the client.</remarks>
[JsonConverter(typeof(WireConverter<Thermostat>))]
public sealed record Thermostat
{
    /// <summary>The opaque, case-sensitive id of the device, different for each developer. Null when the service does not report it.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The id of the structure the device belongs to. Null when the service does not report it.</summary>
    public string? StructureId { get; init; }

    /// <summary>The short display name, <c>Room</c> or <c>Room (Label)</c>. Null when the service does not report it.</summary>
    public string? Name { get; init; }

    /// <summary>The long display name, such as <c>Hallway Thermostat (upstairs)</c>. Null when the service does not report it.</summary>
    public string? NameLong { get; init; }

    /// <summary>The id of the room, a key into <see cref="Structure.Rooms"/>: <c>where_id</c> on the wire. Null when the service does not report it.</summary>
    [Wire("where_id")]
    public string? RoomId { get; init; }

    /// <summary>The name of the room: <c>where_name</c> on the wire. Null when the service does not report it; <see cref="DataModelJoins.RoomNameOf(DataModel, Thermostat)"/> then takes the name from the structure.</summary>
    [Wire("where_name")]
    public string? RoomName { get; init; }

    /// <summary>The version of the device's software in free form, such as <c>5.6-7</c>. Null when the service does not report it.</summary>
    public string? SoftwareVersion { get; init; }

    /// <summary>Whether the device is connected to the Nest service. Null when the service does not report it.</summary>
    public bool? IsOnline { get; init; }

    /// <summary>The language the device displays, such as <c>en-US</c>. Null when the service does not report it.</summary>
    public string? Locale { get; init; }

    /// <summary>When the device last talked to the Nest service, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? LastConnection { get; init => field = Never.AsAbsent(value); }

    /// <summary>Whether the system can cool. Null when the service does not report it.</summary>
    public bool? CanCool { get; init; }

    /// <summary>Whether the system can heat. Null when the service does not report it.</summary>
    public bool? CanHeat { get; init; }

    /// <summary>Whether a heat pump runs on its emergency heat. Null when the service does not report it.</summary>
    public bool? IsUsingEmergencyHeat { get; init; }

    /// <summary>Whether the fan can run on its own; false for integrated fans, null when the service does not report it.</summary>
    public bool? HasFan { get; init; }

    /// <summary>Whether the Leaf is shown: the setting saves energy. Null when the service does not report it.</summary>
    public bool? HasLeaf { get; init; }

    /// <summary>Whether the fan timer runs; writable. Null when the service does not report it.</summary>
    public bool? FanTimerActive { get; init; }

    /// <summary>When the fan will stop, in UTC; null when no timer runs, which is the epoch on the wire.</summary>
    public DateTimeOffset? FanTimerTimeout { get; init => field = Never.AsAbsent(value); }

    /// <summary>How long a run of the fan lasts, in minutes: 15, 30, 45, 60, 120, 240, 480 or 960; writable. Null when the service does not report it.</summary>
    public int? FanTimerDuration { get; init; }

    /// <summary>The scale the device displays; writable. Absent when the service does not report it.</summary>
    public TemperatureScale TemperatureScale { get; init; }

    /// <summary>The target in the modes <c>heat</c> and <c>cool</c>: 9 to 32 °C or 50 to 90 °F; writable. Null when the service does not report it.</summary>
    public Temperature? TargetTemperature { get; init; }

    /// <summary>Cool down to this in the mode <c>heat-cool</c>: 9 to 32 °C or 50 to 90 °F; writable. Null when the service does not report it.</summary>
    public Temperature? TargetTemperatureHigh { get; init; }

    /// <summary>Heat up to this in the mode <c>heat-cool</c>: 9 to 32 °C or 50 to 90 °F; writable. Null when the service does not report it.</summary>
    public Temperature? TargetTemperatureLow { get; init; }

    /// <summary>The cooling limit in the mode <c>eco</c>; it may be stale when that side of eco is off; null when the service does not report it, see <see cref="EcoLimitHigh"/>.</summary>
    public Temperature? EcoTemperatureHigh { get; init; }

    /// <summary>The heating limit in the mode <c>eco</c>; it may be stale when that side of eco is off; null when the service does not report it, see <see cref="EcoLimitLow"/>.</summary>
    public Temperature? EcoTemperatureLow { get; init; }

    /// <summary>The deprecated twin of <see cref="EcoTemperatureHigh"/>. Null when the service does not report it.</summary>
    public Temperature? AwayTemperatureHigh { get; init; }

    /// <summary>The deprecated twin of <see cref="EcoTemperatureLow"/>. Null when the service does not report it.</summary>
    public Temperature? AwayTemperatureLow { get; init; }

    /// <summary>What the thermostat is set to do; writable. Absent when the service does not report it.</summary>
    public HvacMode HvacMode { get; init; }

    /// <summary>The mode to go back to after <c>eco</c>; absent when there is none, which is <c>""</c> on the wire.</summary>
    public HvacMode PreviousHvacMode { get; init; }

    /// <summary>What the system does right now; absent on some devices.</summary>
    public HvacState HvacState { get; init; }

    /// <summary>The measured temperature, rounded by Nest to 0.5 °C and 1 °F independently. Null when the service does not report it.</summary>
    public Temperature? AmbientTemperature { get; init; }

    /// <summary>The relative humidity in percent, rounded by Nest to 5. Null when the service does not report it.</summary>
    public int? Humidity { get; init; }

    /// <summary>Whether the temperature lock is on. Null when the service does not report it.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>The lowest setpoint while locked; there are defaults of 20 °C, 68 °F when unlocked. Null when the service does not report it.</summary>
    [Wire(Codec = nameof(Codecs.DegreesOrText))]
    public Temperature? LockedTempMin { get; init; }

    /// <summary>The highest setpoint while locked; there are defaults of 22 °C, 72 °F when unlocked. Null when the service does not report it.</summary>
    [Wire(Codec = nameof(Codecs.DegreesOrText))]
    public Temperature? LockedTempMax { get; init; }

    /// <summary>A label of the user's, up to 255 characters; <c>""</c> when there is none; writable. Null when the service does not report it.</summary>
    public string? Label { get; init; }

    /// <summary>Whether Sunblock is switched on. Null when the service does not report it.</summary>
    public bool? SunlightCorrectionEnabled { get; init; }

    /// <summary>Whether Sunblock corrects the reading right now. Null when the service does not report it.</summary>
    public bool? SunlightCorrectionActive { get; init; }

    /// <summary>How long until the target is reached. Absent when the service does not report it.</summary>
    public TimeToTarget TimeToTarget { get; init; }

    /// <summary>Whether the thermostat has learned to tell <see cref="TimeToTarget"/>. Absent when the service does not report it.</summary>
    public TrainingState TimeToTargetTraining { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }

    /// <summary>The heating limit in eco: <see cref="EcoTemperatureLow"/>, or <see cref="AwayTemperatureLow"/> on devices that tell only that; else null.</summary>
    public Temperature? EcoLimitLow => EcoTemperatureLow ?? AwayTemperatureLow;

    /// <summary>The cooling limit in eco: <see cref="EcoTemperatureHigh"/>, or <see cref="AwayTemperatureHigh"/> on devices that tell only that; else null.</summary>
    public Temperature? EcoLimitHigh => EcoTemperatureHigh ?? AwayTemperatureHigh;

    /// <summary>
    /// The one target of the current mode: <see cref="TargetTemperature"/>. Null in the modes <c>off</c>, <c>heat-cool</c> and <c>eco</c>, and when the service does not report it.
    /// </summary>
    public Temperature? EffectiveTarget => HvacMode == HvacMode.Off || HvacMode == HvacMode.HeatCool || HvacMode == HvacMode.Eco ? null : TargetTemperature;

    /// <summary>
    /// The temperature up to which the current mode heats: <see cref="TargetTemperatureLow"/> in the mode <c>heat-cool</c>, <see cref="EcoLimitLow"/> in <c>eco</c>.
    /// Null in other modes, and when the service does not report it.
    /// </summary>
    public Temperature? EffectiveTargetLow => HvacMode == HvacMode.HeatCool ? TargetTemperatureLow : HvacMode == HvacMode.Eco ? EcoLimitLow : null;

    /// <summary>
    /// The temperature down to which the current mode cools: <see cref="TargetTemperatureHigh"/> in the mode <c>heat-cool</c>, <see cref="EcoLimitHigh"/> in <c>eco</c>.
    /// Null in other modes, and when the service does not report it.
    /// </summary>
    public Temperature? EffectiveTargetHigh => HvacMode == HvacMode.HeatCool ? TargetTemperatureHigh : HvacMode == HvacMode.Eco ? EcoLimitHigh : null;
}
