namespace Nest.Sdk.Model;

/// <summary>Answers that need more than one record: which devices a home has, where a device is.</summary>
/// <remarks>Nothing here throws on a missing part: devices and structures may be known only halfway, depending on the permissions.</remarks>
public static class DataModelJoins
{
    /// <summary>The thermostats of a structure: those that name it, and those that it lists (§8.2, §8.3 of the reference).</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The thermostats in the order of their ids.</returns>
    public static IEnumerable<Thermostat> ThermostatsOf(this DataModel? model, Structure? structure) =>
        model is null || structure is null ? [] : model.Devices.Thermostats
            .Where(entry => Belongs(structure, entry.Value.StructureId, structure.Thermostats, entry.Key))
            .Select(entry => entry.Value);

    /// <summary>The Protects of a structure: those that name it, and those that it lists (§8.2, §8.3 of the reference).</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The Protects in the order of their ids.</returns>
    public static IEnumerable<SmokeCoAlarm> SmokeCoAlarmsOf(this DataModel? model, Structure? structure) =>
        model is null || structure is null ? [] : model.Devices.SmokeCoAlarms
            .Where(entry => Belongs(structure, entry.Value.StructureId, structure.SmokeCoAlarms, entry.Key))
            .Select(entry => entry.Value);

    /// <summary>The cameras of a structure: those that name it, and those that it lists (§8.2, §8.3 of the reference).</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The cameras in the order of their ids.</returns>
    public static IEnumerable<Camera> CamerasOf(this DataModel? model, Structure? structure) =>
        model is null || structure is null ? [] : model.Devices.Cameras
            .Where(entry => Belongs(structure, entry.Value.StructureId, structure.Cameras, entry.Key))
            .Select(entry => entry.Value);

    /// <summary>The structure of a thermostat: the one it names, else one that lists it.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="thermostat">The thermostat, or null.</param>
    /// <returns>The structure, or null when it is not known.</returns>
    public static Structure? StructureOf(this DataModel? model, Thermostat? thermostat) =>
        Find(model, thermostat?.StructureId, thermostat?.DeviceId, structure => structure.Thermostats);

    /// <summary>The structure of a Protect: the one it names, else one that lists it.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="alarm">The Protect, or null.</param>
    /// <returns>The structure, or null when it is not known.</returns>
    public static Structure? StructureOf(this DataModel? model, SmokeCoAlarm? alarm) =>
        Find(model, alarm?.StructureId, alarm?.DeviceId, structure => structure.SmokeCoAlarms);

    /// <summary>The structure of a camera: the one it names, else one that lists it.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="camera">The camera, or null.</param>
    /// <returns>The structure, or null when it is not known.</returns>
    public static Structure? StructureOf(this DataModel? model, Camera? camera) =>
        Find(model, camera?.StructureId, camera?.DeviceId, structure => structure.Cameras);

    /// <summary>The room of a thermostat: its own <see cref="Thermostat.WhereName"/>, else the name its structure has for it (§8.3 of the reference).</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="thermostat">The thermostat, or null.</param>
    /// <returns>The name, or null when it is not known.</returns>
    public static string? WhereNameOf(this DataModel? model, Thermostat? thermostat) =>
        thermostat?.WhereName ?? StructureOf(model, thermostat)?.Wheres.GetValueOrDefault(thermostat?.WhereId)?.Name;

    /// <summary>The room of a Protect: its own <see cref="SmokeCoAlarm.WhereName"/>, else the name its structure has for it (§8.3 of the reference).</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="alarm">The Protect, or null.</param>
    /// <returns>The name, or null when it is not known.</returns>
    public static string? WhereNameOf(this DataModel? model, SmokeCoAlarm? alarm) =>
        alarm?.WhereName ?? StructureOf(model, alarm)?.Wheres.GetValueOrDefault(alarm?.WhereId)?.Name;

    /// <summary>The room of a camera: its own <see cref="Camera.WhereName"/>, else the name its structure has for it (§8.3 of the reference).</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="camera">The camera, or null.</param>
    /// <returns>The name, or null when it is not known.</returns>
    public static string? WhereNameOf(this DataModel? model, Camera? camera) =>
        camera?.WhereName ?? StructureOf(model, camera)?.Wheres.GetValueOrDefault(camera?.WhereId)?.Name;

    private static bool Belongs(Structure structure, string? structureId, Collections.EquatableArray<string> listed, string deviceId) =>
        (structureId is not null && string.Equals(structureId, structure.StructureId, StringComparison.Ordinal)) || listed.AsSpan().Contains(deviceId);

    private static Structure? Find(DataModel? model, string? structureId, string? deviceId, Func<Structure, Collections.EquatableArray<string>> listed)
    {
        if (model is null)
            return null;
        if (model.Structures.TryGetValue(structureId, out var named))
            return named;
        return deviceId is null ? null : model.Structures.Values.FirstOrDefault(structure => listed(structure).AsSpan().Contains(deviceId));
    }
}
