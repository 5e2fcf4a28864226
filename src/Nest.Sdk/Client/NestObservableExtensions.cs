using System.Reactive.Linq;
using Nest.Sdk.Client;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Short ways from the live home to one device, one value, or each device of a kind.</summary>
public static class NestObservableExtensions
{
    /// <summary>One thermostat, live: its current record, then one for every change of it.</summary>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The thermostat's id, case-sensitive.</param>
    /// <returns>Records of that thermostat, never null, each different from the one before. Nothing comes while the home has no such device.</returns>
    public static IObservable<Thermostat> Thermostat(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.Thermostats.GetValueOrDefault(id));

    /// <summary>One smoke and CO alarm, live: its current record, then one for every change of it.</summary>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The alarm's id, case-sensitive.</param>
    /// <returns>Records of that alarm, never null, each different from the one before. Nothing comes while the home has no such device.</returns>
    public static IObservable<SmokeCoAlarm> SmokeCoAlarm(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.SmokeCoAlarms.GetValueOrDefault(id));

    /// <summary>One camera, live: its current record, then one for every change of it.</summary>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The camera's id, case-sensitive.</param>
    /// <returns>Records of that camera, never null, each different from the one before. Nothing comes while the home has no such device.</returns>
    public static IObservable<Camera> Camera(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.Cameras.GetValueOrDefault(id));

    /// <summary>One structure, live: its current record, then one for every change of it.</summary>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <param name="structureId">The structure's id, case-sensitive.</param>
    /// <returns>Records of that structure, never null, each different from the one before. Nothing comes while the home has no such structure.</returns>
    public static IObservable<Structure> Structure(this IObservable<DataModel> updates, string structureId) =>
        One(updates, structureId, static (model, id) => model.Structures.GetValueOrDefault(id));

    /// <summary>All thermostats, live: a group for each, which gives its current record and then one for every change of it.</summary>
    /// <remarks>
    /// A group completes when its thermostat is removed; one that returns opens a new group. A subscriber of a group gets the current record first, however late it comes. Errors and completion reach the
    /// outer observable and every group. As with <c>GroupBy</c>, disposing the outer subscription ends new groups only: those that have subscribers go on, and the last of them releases the source.
    /// After that a group completes at once.
    /// </remarks>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <returns>Groups by the id of the thermostat. Records in a group are never null, each different from the one before.</returns>
    public static IObservable<IGroupedObservable<string, Thermostat>> Thermostats(this IObservable<DataModel> updates) =>
        RecordGroups<Thermostat>.Of(updates, static model => model.Devices.Thermostats);

    /// <summary>All smoke and CO alarms, live: a group for each, which gives its current record and then one for every change of it.</summary>
    /// <remarks><inheritdoc cref="Thermostats" path="/remarks"/></remarks>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <returns>Groups by the id of the alarm. Records in a group are never null, each different from the one before.</returns>
    public static IObservable<IGroupedObservable<string, SmokeCoAlarm>> SmokeCoAlarms(this IObservable<DataModel> updates) =>
        RecordGroups<SmokeCoAlarm>.Of(updates, static model => model.Devices.SmokeCoAlarms);

    /// <summary>All cameras, live: a group for each, which gives its current record and then one for every change of it.</summary>
    /// <remarks><inheritdoc cref="Thermostats" path="/remarks"/></remarks>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <returns>Groups by the id of the camera. Records in a group are never null, each different from the one before.</returns>
    public static IObservable<IGroupedObservable<string, Camera>> Cameras(this IObservable<DataModel> updates) =>
        RecordGroups<Camera>.Of(updates, static model => model.Devices.Cameras);

    /// <summary>All structures, live: a group for each, which gives its current record and then one for every change of it.</summary>
    /// <remarks><inheritdoc cref="Thermostats" path="/remarks"/></remarks>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <returns>Groups by the id of the structure. Records in a group are never null, each different from the one before.</returns>
    public static IObservable<IGroupedObservable<string, Structure>> Structures(this IObservable<DataModel> updates) =>
        RecordGroups<Structure>.Of(updates, static model => model.Structures);

    /// <summary>One value of a record, live: the current value, then one whenever it has changed.</summary>
    /// <typeparam name="TRecord">The kind of record.</typeparam>
    /// <typeparam name="TValue">The kind of value; compared by its own equality.</typeparam>
    /// <param name="records">Records, live. A null record is skipped.</param>
    /// <param name="value">Takes the value from a record; the function may return null.</param>
    /// <returns>Values, each different from the one before.</returns>
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
