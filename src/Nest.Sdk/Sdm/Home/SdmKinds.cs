namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Finds what a device is. The traits decide. The type, which is for display and may be unknown, decides only between
/// kinds of cameras, and where no trait does. See docs/protocol/smart-device-management.md#device-types.
/// </summary>
internal static class SdmKinds
{
    private const string Types = "sdm.devices.types.";

    public static SdmKind Of(SdmDevice device)
    {
        if (HasAny(device, SdmTraits.AnyThermostat))
            return SdmKind.Thermostat;
        if (HasAny(device, SdmTraits.AnyDoorbell))
            return SdmKind.Doorbell;
        var named = OfType(device.Type);
        if (HasAny(device, SdmTraits.AnyCamera))
            return named is SdmKind.Doorbell or SdmKind.Display ? named : SdmKind.Camera;
        return named;
    }

    private static SdmKind OfType(string? type) => type switch
    {
        Types + "THERMOSTAT" => SdmKind.Thermostat,
        Types + "CAMERA" => SdmKind.Camera,
        Types + "DOORBELL" => SdmKind.Doorbell,
        Types + "DISPLAY" => SdmKind.Display,
        _ => SdmKind.Other,
    };

    private static bool HasAny(SdmDevice device, string start) => device.Traits.Keys.Any(name => name.StartsWith(start, StringComparison.Ordinal));
}
