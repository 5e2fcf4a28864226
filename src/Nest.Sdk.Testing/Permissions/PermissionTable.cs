using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Permissions;

/// <summary>
/// Defines which permissions show a field and which allow writing it. A field that is not listed is shown. See
/// docs/protocol/works-with-nest.md#writes and #data-model and #permissions.
/// </summary>
internal static class PermissionTable
{
    private const FakePermissions ThermostatWrites = FakePermissions.ThermostatWriteV4 | FakePermissions.ThermostatWrite;
    private const FakePermissions Thermostats = FakePermissions.ThermostatRead | ThermostatWrites;
    private const FakePermissions Alarms = FakePermissions.SmokeCoAlarmRead;
    private const FakePermissions CamerasV3 = FakePermissions.CameraRead | FakePermissions.CameraWrite | FakePermissions.CameraImages;
    private const FakePermissions Cameras = FakePermissions.CameraReadV2 | CamerasV3;
    private const FakePermissions Away = FakePermissions.AwayRead | FakePermissions.AwayWrite;
    private const FakePermissions Eta = FakePermissions.EtaRead | FakePermissions.EtaWrite;

    /// <summary>Returns whether the permissions show the branch <c>devices</c>.</summary>
    public static bool ShowsAnyDevice(FakePermissions held) => held.HasAny(Thermostats | Alarms | Cameras | FakePermissions.ProductData);

    /// <summary>
    /// Returns whether the permissions show a collection of <c>devices</c> and a structure's list of its ids. Any other
    /// branch belongs to a company.
    /// </summary>
    public static bool ShowsDevices(FakePermissions held, string collection) => held.HasAny(collection switch
    {
        "thermostats" => Thermostats,
        "smoke_co_alarms" => Alarms,
        "cameras" => Cameras,
        _ => FakePermissions.ProductData,
    });

    public static bool ShowsStructureField(FakePermissions held, string field) => field switch
    {
        "thermostats" or "smoke_co_alarms" or "cameras" or "devices" => ShowsDevices(held, field),
        "name" => held.HasAny(FakePermissions.StructureWrite),
        "away" => held.HasAny(Away | Thermostats | Alarms),
        "eta_begin" => held.HasAny(Eta | Away),
        "postal_code" => held.HasAny(FakePermissions.PostalCodeRead),
        "rhr_enrollment" or "peak_period_start_time" or "peak_period_end_time" => held.HasAny(FakePermissions.EnergyRead),
        "co_alarm_state" or "smoke_alarm_state" => held.HasAny(Alarms),
        "wwn_security_state" => held.HasAny(FakePermissions.SecurityStateRead),
        "wheres" => held.HasAny(Thermostats | Alarms | Cameras),
        _ => true,
    };

    /// <summary>Returns whether the permissions show a field of a camera or of its <c>last_event</c>.</summary>
    public static bool ShowsCameraField(FakePermissions held, string field) => field switch
    {
        "is_public_share_enabled" or "public_share_url" or "activity_zones" or "snapshot_url" or "image_url" or "animated_image_url"
            or "activity_zone_ids" => held.HasAny(FakePermissions.CameraImages),
        "has_person" => held.HasAny(CamerasV3),
        _ => true,
    };

    /// <summary>Returns whether the permissions allow writing a field. False for a read-only field.</summary>
    public static bool Writes(FakePermissions held, OwnerKind kind, string field) => (kind, field) switch
    {
        (OwnerKind.Structure, "away") => held.HasAny(FakePermissions.AwayWrite),
        (OwnerKind.Structure, "eta") => held.HasAny(FakePermissions.EtaWrite),
        (OwnerKind.Structure, "name") => held.HasAny(FakePermissions.StructureWrite),
        (OwnerKind.Camera, "is_streaming") => held.HasAny(FakePermissions.CameraWrite),
        (OwnerKind.Thermostat, "temperature_scale" or "label") => held.HasAny(FakePermissions.ThermostatWrite),
        (OwnerKind.Thermostat, "hvac_mode" or "fan_timer_active" or "fan_timer_duration") => held.HasAny(ThermostatWrites),
        (OwnerKind.Thermostat, _) when TemperatureScales.IsSetpoint(field) => held.HasAny(ThermostatWrites),
        _ => false,
    };

    private static bool HasAny(this FakePermissions held, FakePermissions wanted) => (held & wanted) != FakePermissions.None;
}
