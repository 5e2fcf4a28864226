using System.Reactive.Linq;
using Nest.Sdk.Client;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Selects one device, one value, or each device of a kind from the live home.</summary>
public static class NestObservableExtensions
{
    /// <summary>Selects one thermostat: its current record, then one for every change of it.</summary>
    /// <param name="updates">The live home: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The thermostat's id, case-sensitive.</param>
    /// <returns>
    /// The records of that thermostat, never null, each different from the one before. No value comes while the home
    /// has no such device.
    /// </returns>
    public static IObservable<Thermostat> Thermostat(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.Thermostats.GetValueOrDefault(id));

    /// <summary>Selects one smoke and CO alarm: its current record, then one for every change of it.</summary>
    /// <param name="updates">The live home: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The alarm's id, case-sensitive.</param>
    /// <returns>
    /// The records of that alarm, never null, each different from the one before. No value comes while the home has no
    /// such device.
    /// </returns>
    public static IObservable<SmokeCoAlarm> SmokeCoAlarm(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.SmokeCoAlarms.GetValueOrDefault(id));

    /// <summary>Selects one camera: its current record, then one for every change of it.</summary>
    /// <param name="updates">The live home: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The camera's id, case-sensitive.</param>
    /// <returns>
    /// The records of that camera, never null, each different from the one before. No value comes while the home has no
    /// such device.
    /// </returns>
    public static IObservable<Camera> Camera(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.Cameras.GetValueOrDefault(id));

    /// <summary>Selects one structure: its current record, then one for every change of it.</summary>
    /// <param name="updates">The live home: <see cref="INestClient.Updates"/>.</param>
    /// <param name="structureId">The structure's id, case-sensitive.</param>
    /// <returns>
    /// The records of that structure, never null, each different from the one before. No value comes while the home has
    /// no such structure.
    /// </returns>
    public static IObservable<Structure> Structure(this IObservable<DataModel> updates, string structureId) =>
        One(updates, structureId, static (model, id) => model.Structures.GetValueOrDefault(id));

    /// <summary>
    /// Groups the live home by thermostat. Each group publishes the current record, then one for every change of it.
    /// </summary>
    /// <remarks>
    /// A group completes when its device or structure is removed; one that returns opens a new group. A subscriber of a
    /// group always gets the current record first. Errors and completion reach the outer observable and every group. As
    /// with <c>GroupBy</c>, disposing the outer subscription only stops new groups. Groups with subscribers continue,
    /// and the last of them releases the source. After that a group completes at once.
    /// </remarks>
    /// <param name="updates">The live home: <see cref="INestClient.Updates"/>.</param>
    /// <returns>
    /// Groups by the id of the thermostat. The records in a group are never null, and each is different from the one
    /// before.
    /// </returns>
    public static IObservable<IGroupedObservable<string, Thermostat>> Thermostats(this IObservable<DataModel> updates) =>
        RecordGroups<Thermostat>.Of(updates, static model => model.Devices.Thermostats);

    /// <summary>
    /// Groups the live home by smoke and CO alarm. Each group publishes the current record, then one for every change
    /// of it.
    /// </summary>
    /// <remarks><inheritdoc cref="Thermostats" path="/remarks"/></remarks>
    /// <param name="updates">The live home: <see cref="INestClient.Updates"/>.</param>
    /// <returns>
    /// Groups by the id of the alarm. The records in a group are never null, and each is different from the one before.
    /// </returns>
    public static IObservable<IGroupedObservable<string, SmokeCoAlarm>> SmokeCoAlarms(this IObservable<DataModel> updates) =>
        RecordGroups<SmokeCoAlarm>.Of(updates, static model => model.Devices.SmokeCoAlarms);

    /// <summary>
    /// Groups the live home by camera. Each group publishes the current record, then one for every change of it.
    /// </summary>
    /// <remarks><inheritdoc cref="Thermostats" path="/remarks"/></remarks>
    /// <param name="updates">The live home: <see cref="INestClient.Updates"/>.</param>
    /// <returns>
    /// Groups by the id of the camera. The records in a group are never null, and each is different from the one
    /// before.
    /// </returns>
    public static IObservable<IGroupedObservable<string, Camera>> Cameras(this IObservable<DataModel> updates) =>
        RecordGroups<Camera>.Of(updates, static model => model.Devices.Cameras);

    /// <summary>
    /// Groups the live home by structure. Each group publishes the current record, then one for every change of it.
    /// </summary>
    /// <remarks><inheritdoc cref="Thermostats" path="/remarks"/></remarks>
    /// <param name="updates">The live home: <see cref="INestClient.Updates"/>.</param>
    /// <returns>
    /// Groups by the id of the structure. The records in a group are never null, and each is different from the one
    /// before.
    /// </returns>
    public static IObservable<IGroupedObservable<string, Structure>> Structures(this IObservable<DataModel> updates) =>
        RecordGroups<Structure>.Of(updates, static model => model.Structures);

    /// <summary>Selects one value of a record: the current value, then one whenever it changes.</summary>
    /// <typeparam name="TRecord">The type of the record.</typeparam>
    /// <typeparam name="TValue">The type of the value; compared with its default equality.</typeparam>
    /// <param name="records">The live records. Null records are skipped.</param>
    /// <param name="value">Gets the value from a record; may return null.</param>
    /// <returns>The values, each different from the one before.</returns>
    public static IObservable<TValue> WhenChanged<TRecord, TValue>(this IObservable<TRecord?> records, Func<TRecord, TValue> value)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(value);
        return records.Where(static record => record is not null).Select(record => value(record!)).DistinctUntilChanged();
    }

    private static IObservable<T> One<T>(IObservable<DataModel> updates, string id, Func<DataModel, string, T?> find)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(updates);
        ArgumentNullException.ThrowIfNull(id);
        return updates.Select(model => find(model, id)).Where(static record => record is not null).Select(static record => record!).DistinctUntilChanged();
    }
}
