using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>
/// A Nest Protect: <c>/devices/smoke_co_alarms/ID</c> in the document. See
/// docs/protocol/works-with-nest.md#smoke-and-co-alarms.
/// </summary>
/// <remarks>Every field is read-only, needs the permission Smoke+CO alarm read, and can be missing.</remarks>
[JsonConverter(typeof(WireConverter<SmokeCoAlarm>))]
public sealed record SmokeCoAlarm
{
    /// <inheritdoc cref="Thermostat.DeviceId"/>
    public string? DeviceId { get; init; }

    /// <inheritdoc cref="Thermostat.StructureId"/>
    public string? StructureId { get; init; }

    /// <inheritdoc cref="Thermostat.Name"/>
    public string? Name { get; init; }

    /// <inheritdoc cref="Thermostat.NameLong"/>
    public string? NameLong { get; init; }

    /// <inheritdoc cref="Thermostat.RoomId"/>
    [Wire("where_id")]
    public string? RoomId { get; init; }

    /// <summary>
    /// The name of the room: <c>where_name</c> on the wire. Null when the service does not report it.
    /// <see cref="DataModelJoins.RoomNameOf(DataModel, SmokeCoAlarm)"/> then takes the name from the structure.
    /// </summary>
    [Wire("where_name")]
    public string? RoomName { get; init; }

    /// <inheritdoc cref="Thermostat.SoftwareVersion"/>
    public string? SoftwareVersion { get; init; }

    /// <inheritdoc cref="Thermostat.IsOnline"/>
    public bool? IsOnline { get; init; }

    /// <inheritdoc cref="Thermostat.Locale"/>
    public string? Locale { get; init; }

    /// <inheritdoc cref="Thermostat.LastConnection"/>
    public DateTimeOffset? LastConnection { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>The state of the battery. Absent when the service does not report it.</summary>
    public BatteryHealth BatteryHealth { get; init; }

    /// <summary>
    /// The state of the carbon monoxide alarm. Not a real alarm while <see cref="IsBeingTested"/>. Absent when the
    /// service does not report it.
    /// </summary>
    public AlarmState CoAlarmState { get; init; }

    /// <summary>
    /// The state of the smoke alarm. Not a real alarm while <see cref="IsBeingTested"/>. Absent when the service does
    /// not report it.
    /// </summary>
    public AlarmState SmokeAlarmState { get; init; }

    /// <summary>Whether a manual test is running. Null when the service does not report it.</summary>
    public bool? IsManualTestActive { get; init; }

    /// <summary>
    /// When the last manual test took place, in UTC. Null before the first test (the Unix epoch on the wire).
    /// </summary>
    public DateTimeOffset? LastManualTestTime { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>
    /// The color in the Nest app, which combines battery, smoke and carbon monoxide. Absent when the service does not
    /// report it.
    /// </summary>
    public ProtectColor UiColorState { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }

    /// <summary>
    /// Whether a manual test is running, so that alarms are not real. False when the service does not report it.
    /// </summary>
    public bool IsBeingTested => IsManualTestActive == true;
}
