using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>A Nest Protect, as under <c>/devices/smoke_co_alarms/ID</c>. See docs/protocol/works-with-nest.md#smoke-and-co-alarms.</summary>
/// <remarks>Everything is read-only, needs the permission Smoke+CO alarm read, and can be missing.</remarks>
[JsonConverter(typeof(WireConverter<SmokeCoAlarm>))]
public sealed record SmokeCoAlarm
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

    /// <summary>The name of the room: <c>where_name</c> on the wire. Null when the service does not report it; <see cref="DataModelJoins.RoomNameOf(DataModel, SmokeCoAlarm)"/> then takes the name from the structure.</summary>
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

    /// <summary>The state of the battery. Absent when the service does not report it.</summary>
    public BatteryHealth BatteryHealth { get; init; }

    /// <summary>The carbon monoxide alarm; not real while <see cref="IsBeingTested"/>. Absent when the service does not report it.</summary>
    public AlarmState CoAlarmState { get; init; }

    /// <summary>The smoke alarm; not real while <see cref="IsBeingTested"/>. Absent when the service does not report it.</summary>
    public AlarmState SmokeAlarmState { get; init; }

    /// <summary>Whether a manual test runs now. Null when the service does not report it.</summary>
    public bool? IsManualTestActive { get; init; }

    /// <summary>When the last manual test was, in UTC; null when there never was one, which is the epoch on the wire.</summary>
    public DateTimeOffset? LastManualTestTime { get; init => field = Never.AsAbsent(value); }

    /// <summary>Battery, smoke and carbon monoxide in one colour, as the Nest app shows it. Absent when the service does not report it.</summary>
    public ProtectColor UiColorState { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }

    /// <summary>Whether alarms are not real right now, because somebody tests the device. False when it is not told.</summary>
    public bool IsBeingTested => IsManualTestActive == true;
}
