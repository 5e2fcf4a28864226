using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>
/// A Nest thermostat: <c>/devices/thermostats/ID</c> in the document. See docs/protocol/works-with-nest.md#thermostats.
/// </summary>
/// <remarks>
/// Every field needs the permission Thermostat read or read/write, and can be missing. The record contains only data.
/// Writes are methods of the client.
/// </remarks>
[JsonConverter(typeof(WireConverter<Thermostat>))]
public sealed partial record Thermostat
{
    /// <summary>
    /// The opaque, case-sensitive id of the device, different for each developer. Null when the service does not report
    /// it.
    /// </summary>
    public string? DeviceId { get; init; }

    /// <summary>The id of the structure the device belongs to. Null when the service does not report it.</summary>
    public string? StructureId { get; init; }

    /// <summary>
    /// The short display name, <c>Room</c> or <c>Room (Label)</c>. Null when the service does not report it.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// The long display name, such as <c>Hallway Thermostat (upstairs)</c>. Null when the service does not report it.
    /// </summary>
    public string? NameLong { get; init; }

    /// <summary>
    /// The id of the room, a key into <see cref="Structure.Rooms"/>: <c>where_id</c> on the wire. Null when the service
    /// does not report it.
    /// </summary>
    [Wire("where_id")]
    public string? RoomId { get; init; }

    /// <summary>
    /// The name of the room: <c>where_name</c> on the wire. Null when the service does not report it.
    /// <see cref="DataModelJoins.RoomNameOf(DataModel, Thermostat)"/> then takes the name from the structure.
    /// </summary>
    [Wire("where_name")]
    public string? RoomName { get; init; }

    /// <summary>
    /// The software version of the device, in free form, such as <c>5.6-7</c>. Null when the service does not report
    /// it.
    /// </summary>
    public string? SoftwareVersion { get; init; }

    /// <summary>
    /// Whether the device is connected to the Nest service. Null when the service does not report it.
    /// </summary>
    public bool? IsOnline { get; init; }

    /// <summary>
    /// The language the device displays, such as <c>en-US</c>. Null when the service does not report it.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>
    /// When the device last connected to the Nest service, in UTC. Null when the service does not report it.
    /// </summary>
    public DateTimeOffset? LastConnection { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>Whether the system can cool. Null when the service does not report it.</summary>
    public bool? CanCool { get; init; }

    /// <summary>Whether the system can heat. Null when the service does not report it.</summary>
    public bool? CanHeat { get; init; }

    /// <summary>Whether a heat pump uses its emergency heat. Null when the service does not report it.</summary>
    public bool? IsUsingEmergencyHeat { get; init; }

    /// <summary>
    /// Whether the fan can run without heating or cooling. False for integrated fans. Null when the service does not
    /// report it.
    /// </summary>
    public bool? HasFan { get; init; }

    /// <summary>
    /// Whether the thermostat shows the Leaf, because the setting saves energy. Null when the service does not report
    /// it.
    /// </summary>
    public bool? HasLeaf { get; init; }

    /// <summary>Whether the fan timer is running. Writable. Null when the service does not report it.</summary>
    public bool? FanTimerActive { get; init; }

    /// <summary>
    /// When the fan timer ends, in UTC. Null when no timer is running (the Unix epoch on the wire).
    /// </summary>
    public DateTimeOffset? FanTimerTimeout { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>
    /// The duration of the fan timer in minutes: 15, 30, 45, 60, 120, 240, 480 or 960. Writable. Null when the service
    /// does not report it.
    /// </summary>
    public int? FanTimerDuration { get; init; }

    /// <summary>The scale of the display. Writable. Absent when the service does not report it.</summary>
    public TemperatureScale TemperatureScale { get; init; }

    /// <summary>
    /// The target temperature in the modes <c>heat</c> and <c>cool</c>. Writable. Range: 9–32 °C or 50–90 °F. Null when
    /// the service does not report it.
    /// </summary>
    public Temperature? TargetTemperature { get; init; }

    /// <summary>
    /// The temperature to cool to in the mode <c>heat-cool</c>. Writable. Range: 9–32 °C or 50–90 °F. Null when the
    /// service does not report it.
    /// </summary>
    public Temperature? TargetTemperatureHigh { get; init; }

    /// <summary>
    /// The temperature to heat to in the mode <c>heat-cool</c>. Writable. Range: 9–32 °C or 50–90 °F. Null when the
    /// service does not report it.
    /// </summary>
    public Temperature? TargetTemperatureLow { get; init; }

    /// <summary>
    /// The temperature to cool to in the mode <c>eco</c>. May be out of date when cooling in eco is off. Null when the
    /// service does not report it: see <see cref="EcoLimitHigh"/>.
    /// </summary>
    public Temperature? EcoTemperatureHigh { get; init; }

    /// <summary>
    /// The temperature to heat to in the mode <c>eco</c>. May be out of date when heating in eco is off. Null when the
    /// service does not report it: see <see cref="EcoLimitLow"/>.
    /// </summary>
    public Temperature? EcoTemperatureLow { get; init; }

    /// <summary>
    /// The deprecated form of <see cref="EcoTemperatureHigh"/>. Null when the service does not report it.
    /// </summary>
    public Temperature? AwayTemperatureHigh { get; init; }

    /// <summary>
    /// The deprecated form of <see cref="EcoTemperatureLow"/>. Null when the service does not report it.
    /// </summary>
    public Temperature? AwayTemperatureLow { get; init; }

    /// <summary>The mode of the thermostat. Writable. Absent when the service does not report it.</summary>
    public HvacMode HvacMode { get; init; }

    /// <summary>
    /// The mode that follows <c>eco</c>. Absent without such a mode (<c>""</c> on the wire of Works with Nest). Google
    /// reports it only while eco is on: see <see cref="UnderlyingHvacMode"/>.
    /// </summary>
    public HvacMode PreviousHvacMode { get; init; }

    /// <summary>The current activity of the system. Absent on some devices.</summary>
    public HvacState HvacState { get; init; }

    /// <summary>
    /// The measured temperature. Works with Nest rounds it to 0.5 °C and to 1 °F independently. Google reports Celsius
    /// alone, not rounded: see <see cref="ToDisplay"/>. Null when the service does not report it.
    /// </summary>
    public Temperature? AmbientTemperature { get; init; }

    /// <summary>
    /// The relative humidity in percent. Works with Nest rounds it to steps of 5%. Null when the service does not report
    /// it.
    /// </summary>
    public int? Humidity { get; init; }

    /// <summary>Whether the temperature lock is on. Null when the service does not report it.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>
    /// The lowest target temperature while locked. Default when unlocked: 20 °C or 68 °F. Null when the service does
    /// not report it.
    /// </summary>
    [Wire(Codec = nameof(Codecs.DegreesOrText))]
    public Temperature? LockedTempMin { get; init; }

    /// <summary>
    /// The highest target temperature while locked. Default when unlocked: 22 °C or 72 °F. Null when the service does
    /// not report it.
    /// </summary>
    [Wire(Codec = nameof(Codecs.DegreesOrText))]
    public Temperature? LockedTempMax { get; init; }

    /// <summary>
    /// The label that the user chose, up to 255 characters. Writable. <c>""</c> without a label. Null when the service
    /// does not report it.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>Whether Sunblock is enabled. Null when the service does not report it.</summary>
    public bool? SunlightCorrectionEnabled { get; init; }

    /// <summary>Whether Sunblock currently corrects the reading. Null when the service does not report it.</summary>
    public bool? SunlightCorrectionActive { get; init; }

    /// <summary>The time until the target is reached. Absent when the service does not report it.</summary>
    public TimeToTarget TimeToTarget { get; init; }

    /// <summary>
    /// Whether the thermostat has learned to estimate <see cref="TimeToTarget"/>. Absent when the service does not
    /// report it.
    /// </summary>
    public TrainingState TimeToTargetTraining { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
