using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>The capabilities of Works with Nest, and those of a device according to its fields.</summary>
internal static class WwnCapabilities
{
    private static readonly NestCapabilities Unknown = new(NestBackend.Wwn, NestCapability.Known);

    public static NestCapabilities Of(DataModel? home) =>
        home is null ? Unknown : new NestCapabilities(NestBackend.Wwn, NestCapability.Known, (id, capability) => Of(home, id, capability));

    private static bool? Of(DataModel home, string id, NestCapability capability) =>
        home.Devices.Thermostats.GetValueOrDefault(id) is { } thermostat ? Of(thermostat, capability)
        : home.Devices.Cameras.GetValueOrDefault(id) is { } camera ? Of(camera, capability)
        : home.Structures.GetValueOrDefault(id) is { } structure ? Of(home, structure, capability)
        : home.Devices.SmokeCoAlarms.ContainsKey(id) ? capability == NestCapability.SmokeCoAlarms
        : null;

    private static bool? Of(Thermostat thermostat, NestCapability capability)
    {
        if (capability == NestCapability.TargetTemperature)
            return Either(thermostat.CanHeat, thermostat.CanCool);
        if (capability == NestCapability.TargetRange)
            return Both(thermostat.CanHeat, thermostat.CanCool);
        if (capability == NestCapability.FanTimer)
            return thermostat.HasFan;
        if (capability == NestCapability.HvacMode || capability == NestCapability.Eco)
            return Reported(!thermostat.HvacMode.IsAbsent);
        if (capability == NestCapability.Label)
            return Reported(thermostat.Label is not null);
        return capability == NestCapability.TemperatureScale && thermostat.TemperatureScale.IsAbsent ? null : capability == NestCapability.TemperatureScale;
    }

    private static bool? Of(Camera camera, NestCapability capability)
    {
        if (capability == NestCapability.CameraSwitch)
            return Reported(camera.IsStreaming is not null);
        return capability == NestCapability.EventImages ? Reported(camera.LastEvent?.ImageUrl is not null) : false;
    }

    private static bool? Of(DataModel home, Structure structure, NestCapability capability)
    {
        if (capability == NestCapability.Away)
            return Reported(!structure.Away.IsAbsent);
        if (capability == NestCapability.StructureName)
            return Reported(structure.Name is not null);
        if (capability == NestCapability.Eta)
            return StructureRules.HasThermostat(home, structure);
        return capability == NestCapability.SmokeCoAlarms ? Reported(!structure.SmokeCoAlarms.IsEmpty) : false;
    }

    /// <summary>
    /// Converts the presence of a field. A field may be absent because of the token's permissions, so its absence means
    /// unknown.
    /// </summary>
    private static bool? Reported(bool isThere) => isThere ? true : null;

    private static bool? Either(bool? one, bool? other) => one == true || other == true ? true : one is null || other is null ? null : false;

    private static bool? Both(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;
}
