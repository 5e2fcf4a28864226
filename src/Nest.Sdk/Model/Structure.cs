using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>A structure, that is a home or another building, as under <c>/structures/ID</c>. See docs/protocol/works-with-nest.md#structures.</summary>
/// <remarks>Any field can be missing, mostly because its permission is.</remarks>
[SuppressMessage("Naming", "CA1716", Justification = "The word of the API; it is a keyword in Visual Basic only.")]
[JsonConverter(typeof(WireConverter<Structure>))]
public sealed record Structure
{
    /// <summary>The opaque, case-sensitive id. Null when the service does not report it.</summary>
    public string? StructureId { get; init; }

    /// <summary>The name, "Home" by default; writable with the permission Structure read/write. Null when the service does not report it.</summary>
    public string? Name { get; init; }

    /// <summary>The ids of its thermostats; empty when there are none.</summary>
    public EquatableArray<string> Thermostats { get; init; }

    /// <summary>The ids of its Protects; empty when there are none.</summary>
    public EquatableArray<string> SmokeCoAlarms { get; init; }

    /// <summary>The ids of its cameras; empty when there are none, or without permission.</summary>
    public EquatableArray<string> Cameras { get; init; }

    /// <summary>The ids of your own company's devices, by company and by product type: <c>devices</c> on the wire; normally empty.</summary>
    [Wire("devices")]
    public EquatableMap<EquatableMap<EquatableArray<string>>> CompanyDevices { get; init; }

    /// <summary>Whether somebody is home; writable. Absent when the service does not report it.</summary>
    public AwayState Away { get; init; }

    /// <summary>The country, ISO 3166-1 alpha-2. Null when the service does not report it.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The postal or zip code; null without the permission Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The IANA name of the time zone, such as <c>America/Los_Angeles</c>. Null when the service does not report it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>When the next or current energy rush hour begins, in UTC; null when none is scheduled.</summary>
    public DateTimeOffset? PeakPeriodStartTime { get; init => field = Never.AsAbsent(value); }

    /// <summary>When the next or current energy rush hour ends, in UTC; null when none is scheduled.</summary>
    public DateTimeOffset? PeakPeriodEndTime { get; init => field = Never.AsAbsent(value); }

    /// <summary>Whether the home takes part in Rush Hour Rewards; null without the permission Energy.</summary>
    public bool? RhrEnrollment { get; init; }

    /// <summary>The earliest expected arrival, in UTC; null when nobody told one, which is the epoch on the wire.</summary>
    public DateTimeOffset? EtaBegin { get; init => field = Never.AsAbsent(value); }

    /// <summary>The estimate somebody wrote; write-only on the wire, so normally null.</summary>
    public Eta? Eta { get; init; }

    /// <summary>The worst carbon monoxide state of its Protects; absent without the permission Smoke+CO alarm.</summary>
    public AlarmState CoAlarmState { get; init; }

    /// <summary>The worst smoke state of its Protects; absent without the permission Smoke+CO alarm.</summary>
    public AlarmState SmokeAlarmState { get; init; }

    /// <summary>Whether a camera saw a person while nobody is home; absent without the permission Security state.</summary>
    public SecurityState WwnSecurityState { get; init; }

    /// <summary>The rooms by their id: <c>wheres</c> on the wire. Empty without a device permission.</summary>
    [Wire("wheres")]
    public EquatableMap<Room> Rooms { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
