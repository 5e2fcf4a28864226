using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>Answers that need more than one record: which devices a home has, where a device is.</summary>
/// <remarks>Nothing here throws on a missing part: devices and structures may be known only halfway, depending on the permissions.</remarks>
public static partial class DataModelJoins
{
    /// <summary>The thermostats of a structure: those that name it, and of those that name no known structure the ones it lists. See docs/protocol/works-with-nest.md#structures and #fields-of-all-devices.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The thermostats in the order of their ids.</returns>
    public static IEnumerable<Thermostat> ThermostatsOf(this DataModel? model, Structure? structure) =>
        Of(model, structure, model?.Devices.Thermostats ?? default, static device => device.StructureId, structure?.Thermostats ?? default);

    /// <summary>The Protects of a structure: those that name it, and of those that name no known structure the ones it lists. See docs/protocol/works-with-nest.md#structures and #fields-of-all-devices.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The Protects in the order of their ids.</returns>
    public static IEnumerable<SmokeCoAlarm> SmokeCoAlarmsOf(this DataModel? model, Structure? structure) =>
        Of(model, structure, model?.Devices.SmokeCoAlarms ?? default, static device => device.StructureId, structure?.SmokeCoAlarms ?? default);

    /// <summary>The cameras of a structure: those that name it, and of those that name no known structure the ones it lists. See docs/protocol/works-with-nest.md#structures and #fields-of-all-devices.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The cameras in the order of their ids.</returns>
    public static IEnumerable<Camera> CamerasOf(this DataModel? model, Structure? structure) =>
        Of(model, structure, model?.Devices.Cameras ?? default, static device => device.StructureId, structure?.Cameras ?? default);

    /// <summary>The structure of a thermostat: the one it names, else one that lists it.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="thermostat">The thermostat, or null.</param>
    /// <returns>The structure, or null when it is not known.</returns>
    public static Structure? StructureOf(this DataModel? model, Thermostat? thermostat) =>
        Find(model, thermostat, thermostat?.StructureId, thermostat?.DeviceId, static home => home.Devices.Thermostats, static structure => structure.Thermostats);

    /// <summary>The structure of a Protect: the one it names, else one that lists it.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="alarm">The Protect, or null.</param>
    /// <returns>The structure, or null when it is not known.</returns>
    public static Structure? StructureOf(this DataModel? model, SmokeCoAlarm? alarm) =>
        Find(model, alarm, alarm?.StructureId, alarm?.DeviceId, static home => home.Devices.SmokeCoAlarms, static structure => structure.SmokeCoAlarms);

    /// <summary>The structure of a camera: the one it names, else one that lists it.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="camera">The camera, or null.</param>
    /// <returns>The structure, or null when it is not known.</returns>
    public static Structure? StructureOf(this DataModel? model, Camera? camera) =>
        Find(model, camera, camera?.StructureId, camera?.DeviceId, static home => home.Devices.Cameras, static structure => structure.Cameras);

    /// <summary>The name of the room of a thermostat: its own <see cref="Thermostat.RoomName"/>, else the name of that room in its structure.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="thermostat">The thermostat, or null.</param>
    /// <returns>The name, or null when it is not known.</returns>
    public static string? RoomNameOf(this DataModel? model, Thermostat? thermostat) =>
        NameOf(thermostat?.RoomName, StructureOf(model, thermostat), thermostat?.RoomId);

    /// <summary>The name of the room of a Protect: its own <see cref="SmokeCoAlarm.RoomName"/>, else the name of that room in its structure.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="alarm">The Protect, or null.</param>
    /// <returns>The name, or null when it is not known.</returns>
    public static string? RoomNameOf(this DataModel? model, SmokeCoAlarm? alarm) =>
        NameOf(alarm?.RoomName, StructureOf(model, alarm), alarm?.RoomId);

    /// <summary>The name of the room of a camera: its own <see cref="Camera.RoomName"/>, else the name of that room in its structure.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="camera">The camera, or null.</param>
    /// <returns>The name, or null when it is not known.</returns>
    public static string? RoomNameOf(this DataModel? model, Camera? camera) =>
        NameOf(camera?.RoomName, StructureOf(model, camera), camera?.RoomId);

    /// <summary>The members of a collection that belong to a structure: by their own <c>structure_id</c> when it names a known structure, else by the structure's list.</summary>
    private static IEnumerable<T> Of<T>(DataModel? model, Structure? structure, EquatableMap<T> devices, Func<T, string?> structureId, EquatableArray<string> listed)
    {
        if (model is null || structure is null)
            return [];
        var key = structure.StructureId ?? model.Structures.FirstOrDefault(entry => ReferenceEquals(entry.Value, structure)).Key;
        var ids = listed.ToHashSet(StringComparer.Ordinal);
        return devices
            .Where(entry => structureId(entry.Value) is { } own && model.Structures.ContainsKey(own) ? own == key : ids.Contains(entry.Key))
            .Select(entry => entry.Value);
    }

    private static Structure? Find<T>(DataModel? model, T? device, string? structureId, string? deviceId, Func<DataModel, EquatableMap<T>> devices, Func<Structure, EquatableArray<string>> listed)
        where T : class
    {
        if (model is null || device is null)
            return null;
        if (model.Structures.TryGetValue(structureId, out var named))
            return named;
        var key = deviceId ?? devices(model).FirstOrDefault(entry => ReferenceEquals(entry.Value, device)).Key;
        return key is null ? null : model.Structures.Values.FirstOrDefault(structure => listed(structure).AsSpan().Contains(key));
    }

    private static string? NameOf(string? own, Structure? structure, string? roomId) =>
        string.IsNullOrEmpty(own) ? structure?.Rooms.GetValueOrDefault(roomId)?.Name : own;
}
