using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Permissions;

/// <summary>
/// How one permission appears in a home. See docs/protocol/works-with-nest.md#data-model and #permissions.
/// </summary>
/// <param name="Permission">The permission.</param>
/// <param name="Name">Its name in the developer console.</param>
/// <param name="Grants">What it grants, as display text.</param>
/// <param name="IsDevice">Whether it grants devices, whose ids structures list without it too.</param>
/// <param name="Seen">Gets the paths that exist because of it.</param>
/// <param name="Absent">Gets the paths that are missing without it.</param>
internal sealed record PermissionRule(WwnPermission Permission, string Name, string Grants, bool IsDevice, Func<DataModel, IEnumerable<string>> Seen, Func<DataModel, IEnumerable<string>> Absent)
{
    public static IReadOnlyList<PermissionRule> All { get; } =
    [
        Device(WwnPermission.Thermostat, "Thermostat", "thermostats", static model => model.Devices.Thermostats, static structure => structure.Thermostats),
        Device(WwnPermission.SmokeCoAlarm, "Smoke+CO alarm", "smoke_co_alarms", static model => model.Devices.SmokeCoAlarms, static structure => structure.SmokeCoAlarms),
        Device(WwnPermission.Camera, "Camera", "cameras", static model => model.Devices.Cameras, static structure => structure.Cameras),
        Field(WwnPermission.CameraImages, "Camera + images", "/devices/cameras", "snapshot_url", static model => model.Devices.Cameras, static camera => camera.SnapshotUrl is not null || camera.IsPublicShareEnabled is not null),
        Field(WwnPermission.Away, "Away", "/structures", "away", Structures, static structure => !structure.Away.IsAbsent),
        Field(WwnPermission.Structure, "Structure", "/structures", "name", Structures, static structure => structure.Name is not null),
        Field(WwnPermission.PostalCode, "Postal code", "/structures", "postal_code", Structures, static structure => structure.PostalCode is not null),
        Field(WwnPermission.Energy, "Energy", "/structures", "rhr_enrollment", Structures, static structure => structure.RhrEnrollment is not null),
        Field(WwnPermission.SecurityState, "Security state", "/structures", "wwn_security_state", Structures, static structure => !structure.WwnSecurityState.IsAbsent),
    ];

    public static PermissionRule Of(WwnPermission permission) => All.First(rule => rule.Permission == permission);

    private static EquatableMap<Structure> Structures(DataModel model) => model.Structures;

    private static PermissionRule Device<T>(WwnPermission permission, string name, string branch, Func<DataModel, EquatableMap<T>> devices, Func<Structure, EquatableArray<string>> listed) => new(
        permission,
        name,
        branch,
        IsDevice: true,
        model => devices(model).Keys.Select(id => $"/devices/{branch}/{id}"),
        model => model.Structures.Values.SelectMany(structure => listed(structure)).Distinct(StringComparer.Ordinal).Where(id => !devices(model).ContainsKey(id)).Select(id => $"/devices/{branch}/{id}"));

    private static PermissionRule Field<T>(WwnPermission permission, string name, string owners, string field, Func<DataModel, EquatableMap<T>> records, Func<T, bool> isThere) => new(
        permission,
        name,
        field,
        IsDevice: false,
        model => Paths(records(model), owners, field, isThere),
        model => Paths(records(model), owners, field, record => !isThere(record)));

    private static IEnumerable<string> Paths<T>(EquatableMap<T> records, string owners, string field, Func<T, bool> fits) =>
        records.Where(entry => fits(entry.Value)).Select(entry => $"{owners}/{entry.Key}/{field}");
}
