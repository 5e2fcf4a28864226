namespace Nest.Sdk.Testing;

/// <summary>
/// The permissions of a token. A write permission includes the read permission. Every permission shows
/// <c>structure_id</c>, <c>country_code</c>, <c>time_zone</c> and the ids of the devices it shows. <c>metadata</c> is
/// always present. See docs/protocol/works-with-nest.md#permissions.
/// </summary>
[Flags]
public enum FakePermissions
{
    /// <summary>Only <c>metadata</c>.</summary>
    None = 0,

    /// <summary>Thermostats, their rooms, <c>away</c>.</summary>
    ThermostatRead = 1 << 0,

    /// <summary>
    /// Thermostat read/write before version 5: setpoints, mode and fan, but neither <c>temperature_scale</c> nor
    /// <c>label</c>.
    /// </summary>
    ThermostatWriteV4 = 1 << 1,

    /// <summary>Thermostat read/write.</summary>
    ThermostatWrite = 1 << 2,

    /// <summary>Smoke and CO alarms, their rooms, <c>away</c> and the alarm states of structures.</summary>
    SmokeCoAlarmRead = 1 << 3,

    /// <summary>Camera read before version 3: no <c>has_person</c>, and no images, shares and zones.</summary>
    CameraReadV2 = 1 << 4,

    /// <summary>Cameras and their rooms without images, shares and zones.</summary>
    CameraRead = 1 << 5,

    /// <summary>Camera read/write: <c>is_streaming</c>.</summary>
    CameraWrite = 1 << 6,

    /// <summary>
    /// Camera + images read. Together with <see cref="CameraWrite"/>, it is Camera + images read/write.
    /// </summary>
    CameraImages = 1 << 7,

    /// <summary><c>away</c> and <c>eta_begin</c>.</summary>
    AwayRead = 1 << 8,

    /// <summary>Away read/write.</summary>
    AwayWrite = 1 << 9,

    /// <summary><c>eta_begin</c>.</summary>
    EtaRead = 1 << 10,

    /// <summary>ETA read/write: <c>eta</c>.</summary>
    EtaWrite = 1 << 11,

    /// <summary><c>postal_code</c>.</summary>
    PostalCodeRead = 1 << 12,

    /// <summary>Rush hour: <c>rhr_enrollment</c> and the times of a peak period.</summary>
    EnergyRead = 1 << 13,

    /// <summary><c>wwn_security_state</c>.</summary>
    SecurityStateRead = 1 << 14,

    /// <summary>Structure read/write: the <c>name</c> of structures.</summary>
    StructureWrite = 1 << 15,

    /// <summary>The branches of company products. The fake shows them, but does not accept writes to them.</summary>
    ProductData = 1 << 16,

    /// <summary>All of the above.</summary>
    All = (1 << 17) - 1,
}
