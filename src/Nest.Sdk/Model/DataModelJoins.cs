using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>Queries over several records: the devices of a structure, and the structure and room of a device.</summary>
/// <remarks>
/// The methods do not throw when data is missing: the permissions may cover devices and structures only partly.
/// </remarks>
public static partial class DataModelJoins
{
    /// <summary>
    /// The thermostats of a structure: those whose <c>structure_id</c> is its id, and those it lists whose
    /// <c>structure_id</c> is missing or unknown. See docs/protocol/works-with-nest.md#structures.
    /// </summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The thermostats ordered by id.</returns>
    public static IEnumerable<Thermostat> ThermostatsOf(this DataModel? model, Structure? structure) =>
        Of(model, structure, model?.Devices.Thermostats ?? default, static device => device.StructureId, structure?.Thermostats ?? default);

    /// <summary>
    /// The Protects of a structure: those whose <c>structure_id</c> is its id, and those it lists whose
    /// <c>structure_id</c> is missing or unknown. See docs/protocol/works-with-nest.md#structures.
    /// </summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The Protects ordered by id.</returns>
    public static IEnumerable<SmokeCoAlarm> SmokeCoAlarmsOf(this DataModel? model, Structure? structure) =>
        Of(model, structure, model?.Devices.SmokeCoAlarms ?? default, static device => device.StructureId, structure?.SmokeCoAlarms ?? default);

    /// <summary>
    /// The cameras of a structure: those whose <c>structure_id</c> is its id, and those it lists whose
    /// <c>structure_id</c> is missing or unknown. See docs/protocol/works-with-nest.md#structures.
    /// </summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="structure">The structure, or null.</param>
    /// <returns>The cameras ordered by id.</returns>
    public static IEnumerable<Camera> CamerasOf(this DataModel? model, Structure? structure) =>
        Of(model, structure, model?.Devices.Cameras ?? default, static device => device.StructureId, structure?.Cameras ?? default);

    /// <summary>
    /// The structure of a thermostat: the one with its <c>structure_id</c>, or else one that lists it.
    /// </summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="thermostat">The thermostat, or null.</param>
    /// <returns>The structure. Null when unknown.</returns>
    public static Structure? StructureOf(this DataModel? model, Thermostat? thermostat) =>
        Find(model, thermostat, thermostat?.StructureId, thermostat?.DeviceId, static home => home.Devices.Thermostats, static structure => structure.Thermostats);

    /// <summary>The structure of a Protect: the one with its <c>structure_id</c>, or else one that lists it.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="alarm">The Protect, or null.</param>
    /// <returns>The structure. Null when unknown.</returns>
    public static Structure? StructureOf(this DataModel? model, SmokeCoAlarm? alarm) =>
        Find(model, alarm, alarm?.StructureId, alarm?.DeviceId, static home => home.Devices.SmokeCoAlarms, static structure => structure.SmokeCoAlarms);

    /// <summary>The structure of a camera: the one with its <c>structure_id</c>, or else one that lists it.</summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="camera">The camera, or null.</param>
    /// <returns>The structure. Null when unknown.</returns>
    public static Structure? StructureOf(this DataModel? model, Camera? camera) =>
        Find(model, camera, camera?.StructureId, camera?.DeviceId, static home => home.Devices.Cameras, static structure => structure.Cameras);

    /// <summary>
    /// The name of the room of a thermostat: its <see cref="Thermostat.RoomName"/>, or else the name of its room in its
    /// structure.
    /// </summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="thermostat">The thermostat, or null.</param>
    /// <returns>The name. Null when unknown.</returns>
    public static string? RoomNameOf(this DataModel? model, Thermostat? thermostat) =>
        NameOf(thermostat?.RoomName, StructureOf(model, thermostat), thermostat?.RoomId);

    /// <summary>
    /// The name of the room of a Protect: its <see cref="SmokeCoAlarm.RoomName"/>, or else the name of its room in its
    /// structure.
    /// </summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="alarm">The Protect, or null.</param>
    /// <returns>The name. Null when unknown.</returns>
    public static string? RoomNameOf(this DataModel? model, SmokeCoAlarm? alarm) =>
        NameOf(alarm?.RoomName, StructureOf(model, alarm), alarm?.RoomId);

    /// <summary>
    /// The name of the room of a camera: its <see cref="Camera.RoomName"/>, or else the name of its room in its
    /// structure.
    /// </summary>
    /// <param name="model">The home, or null.</param>
    /// <param name="camera">The camera, or null.</param>
    /// <returns>The name. Null when unknown.</returns>
    public static string? RoomNameOf(this DataModel? model, Camera? camera) =>
        NameOf(camera?.RoomName, StructureOf(model, camera), camera?.RoomId);

    /// <summary>
    /// The devices of a structure: by their <c>structure_id</c> when it is the id of a known structure, or else by the
    /// list of the structure.
    /// </summary>
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
