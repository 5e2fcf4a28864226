using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

public static partial class DataModelJoins
{
    /// <summary>
    /// Finds a thermostat by its id, or else by its <see cref="Thermostat.Name"/> or <see cref="Thermostat.NameLong"/>.
    /// </summary>
    /// <remarks>
    /// Ids are case-sensitive. Of the names an exact match is preferred, then one that differs in case only, then one
    /// that is equal for <see cref="NameComparer"/>.
    /// </remarks>
    /// <param name="model">The home, or null.</param>
    /// <param name="idOrName">The id or the name, such as <c>Hallway</c>.</param>
    /// <returns>The thermostat, or null when no thermostat matches.</returns>
    /// <exception cref="ArgumentException">
    /// The id or name is null or empty, or several thermostats have the name. The message lists them with their ids,
    /// rooms and structures.
    /// </exception>
    public static Thermostat? FindThermostat(this DataModel? model, string idOrName) => Find(
        "thermostats", idOrName, model?.Devices.Thermostats ?? default, static device => (device.Name, device.NameLong), device => (model.RoomNameOf(device), model.StructureOf(device)?.Name));

    /// <summary>
    /// Finds a Protect by its id, or else by its <see cref="SmokeCoAlarm.Name"/> or
    /// <see cref="SmokeCoAlarm.NameLong"/>.
    /// </summary>
    /// <inheritdoc cref="FindThermostat"/>
    /// <returns>The Protect, or null when no Protect matches.</returns>
    /// <exception cref="ArgumentException">
    /// The id or name is null or empty, or several Protects have the name. The message lists them with their ids, rooms
    /// and structures.
    /// </exception>
    public static SmokeCoAlarm? FindSmokeCoAlarm(this DataModel? model, string idOrName) => Find(
        "Protects", idOrName, model?.Devices.SmokeCoAlarms ?? default, static device => (device.Name, device.NameLong), device => (model.RoomNameOf(device), model.StructureOf(device)?.Name));

    /// <summary>
    /// Finds a camera by its id, or else by its <see cref="Camera.Name"/> or <see cref="Camera.NameLong"/>.
    /// </summary>
    /// <inheritdoc cref="FindThermostat"/>
    /// <returns>The camera, or null when no camera matches.</returns>
    /// <exception cref="ArgumentException">
    /// The id or name is null or empty, or several cameras have the name. The message lists them with their ids, rooms
    /// and structures.
    /// </exception>
    public static Camera? FindCamera(this DataModel? model, string idOrName) => Find(
        "cameras", idOrName, model?.Devices.Cameras ?? default, static device => (device.Name, device.NameLong), device => (model.RoomNameOf(device), model.StructureOf(device)?.Name));

    /// <summary>Finds a structure by its id, or else by its <see cref="Structure.Name"/>.</summary>
    /// <inheritdoc cref="FindThermostat"/>
    /// <returns>The structure, or null when no structure matches.</returns>
    /// <exception cref="ArgumentException">
    /// The id or name is null or empty, or several structures have the name. The message lists them with their ids.
    /// </exception>
    public static Structure? FindStructure(this DataModel? model, string idOrName) => Find(
        "structures", idOrName, model?.Structures ?? default, static structure => (structure.Name, null), static _ => default);

    private static T? Find<T>(string kind, string idOrName, EquatableMap<T> all, Func<T, (string? Name, string? NameLong)> names, Func<T, (string? Room, string? Structure)> place)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(idOrName);
        if (all.TryGetValue(idOrName, out var one))
            return one;
        var matches = Named(StringComparer.Ordinal);
        if (matches.Count == 0)
            matches = Named(StringComparer.OrdinalIgnoreCase);
        // Blank text would match each device without a name.
        if (matches.Count == 0 && NameComparer.Key(idOrName).Length > 0)
            matches = Named(NameComparer.Instance);
        return matches.Count < 2
            ? matches.FirstOrDefault().Value
            : throw new ArgumentException($"{matches.Count} {kind} have the name '{idOrName}'. Use an id: {string.Join(", ", matches.Select(Describe))}.", nameof(idOrName));

        List<KeyValuePair<string, T>> Named(IEqualityComparer<string?> comparer) =>
            [.. all.Where(entry => names(entry.Value) is var known && (comparer.Equals(known.Name, idOrName) || comparer.Equals(known.NameLong, idOrName)))];

        string Describe(KeyValuePair<string, T> entry)
        {
            var (room, structure) = place(entry.Value);
            var where = string.Join(", ", ((string?[])[room, structure]).Where(static name => !string.IsNullOrEmpty(name)));
            return where.Length == 0 ? entry.Key : $"{entry.Key} ({where})";
        }
    }
}
