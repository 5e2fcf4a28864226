namespace Nest.Sdk.Sdm.Home;

/// <summary>The names of the traits. See docs/protocol/smart-device-management.md#traits.</summary>
internal static class SdmTraits
{
    public const string Info = Devices + "Info";
    public const string Connectivity = Devices + "Connectivity";
    public const string Settings = Devices + "Settings";
    public const string Temperature = Devices + "Temperature";
    public const string Humidity = Devices + "Humidity";
    public const string Fan = Devices + "Fan";
    public const string ThermostatMode = AnyThermostat + "Mode";
    public const string ThermostatEco = AnyThermostat + "Eco";
    public const string ThermostatHvac = AnyThermostat + "Hvac";
    public const string ThermostatTemperatureSetpoint = AnyThermostat + "TemperatureSetpoint";
    public const string CameraLiveStream = AnyCamera + "LiveStream";
    public const string CameraImage = AnyCamera + "Image";
    public const string CameraEventImage = AnyCamera + "EventImage";
    public const string CameraMotion = AnyCamera + "Motion";
    public const string CameraPerson = AnyCamera + "Person";
    public const string CameraSound = AnyCamera + "Sound";
    public const string CameraClipPreview = AnyCamera + "ClipPreview";
    public const string DoorbellChime = AnyDoorbell + "Chime";
    public const string StructureInfo = "sdm.structures.traits.Info";
    public const string RoomInfo = "sdm.structures.traits.RoomInfo";

    /// <summary>The start of the names that only thermostats have, unknown ones included.</summary>
    public const string AnyThermostat = Devices + "Thermostat";

    /// <summary>The start of the names that only devices with a camera have, unknown ones included.</summary>
    public const string AnyCamera = Devices + "Camera";

    /// <summary>The start of the names that only doorbells have, unknown ones included.</summary>
    public const string AnyDoorbell = Devices + "Doorbell";

    private const string Devices = "sdm.devices.traits.";
}
