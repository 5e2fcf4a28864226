using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>
/// A structure, such as a home or another building: <c>/structures/ID</c> in the document. See
/// docs/protocol/works-with-nest.md#structures.
/// </summary>
/// <remarks>Any field can be missing, usually because its permission is.</remarks>
[SuppressMessage("Naming", "CA1716", Justification = "The term of the API. It is a keyword only in Visual Basic.")]
[JsonConverter(typeof(WireConverter<Structure>))]
public sealed record Structure
{
    /// <summary>The opaque, case-sensitive id. Null when the service does not report it.</summary>
    public string? StructureId { get; init; }

    /// <summary>
    /// The name. The service's default is "Home". Writable with the permission Structure read/write. Null when the
    /// service does not report it.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The ids of its thermostats. Empty without thermostats.</summary>
    public EquatableArray<string> Thermostats { get; init; }

    /// <summary>The ids of its Protects. Empty without Protects.</summary>
    public EquatableArray<string> SmokeCoAlarms { get; init; }

    /// <summary>The ids of its cameras. Empty without cameras or without permission.</summary>
    public EquatableArray<string> Cameras { get; init; }

    /// <summary>
    /// The ids of your company's devices, by company and product type: <c>devices</c> on the wire. Usually empty.
    /// </summary>
    [Wire("devices")]
    public EquatableMap<EquatableMap<EquatableArray<string>>> CompanyDevices { get; init; }

    /// <summary>Whether someone is in the structure. Writable. Absent when the service does not report it.</summary>
    public AwayState Away { get; init; }

    /// <summary>The country code (ISO 3166-1 alpha-2). Null when the service does not report it.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The postal or zip code. Null without the permission Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>
    /// The IANA name of the time zone, such as <c>America/Los_Angeles</c>. Null when the service does not report it.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// When the next or current energy rush hour begins, in UTC. Null when no rush hour is scheduled.
    /// </summary>
    public DateTimeOffset? PeakPeriodStartTime { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>When the next or current energy rush hour ends, in UTC. Null when no rush hour is scheduled.</summary>
    public DateTimeOffset? PeakPeriodEndTime { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>Whether the home is enrolled in Rush Hour Rewards. Null without the permission Energy.</summary>
    public bool? RhrEnrollment { get; init; }

    /// <summary>
    /// The earliest expected arrival, in UTC. Null without an estimate (the Unix epoch on the wire).
    /// </summary>
    public DateTimeOffset? EtaBegin { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>The estimated arrival that was written. Write-only on the wire, so usually null.</summary>
    public Eta? Eta { get; init; }

    /// <summary>
    /// The worst carbon monoxide state of its Protects. Absent without the permission Smoke+CO alarm.
    /// </summary>
    public AlarmState CoAlarmState { get; init; }

    /// <summary>The worst smoke state of its Protects. Absent without the permission Smoke+CO alarm.</summary>
    public AlarmState SmokeAlarmState { get; init; }

    /// <summary>
    /// Whether a camera detected a person in away mode. Absent without the permission Security state.
    /// </summary>
    public SecurityState WwnSecurityState { get; init; }

    /// <summary>The rooms by id: <c>wheres</c> on the wire. Empty without a device permission.</summary>
    [Wire("wheres")]
    public EquatableMap<Room> Rooms { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
