using System.Reactive.Linq;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Short ways from the live home to one device or one value.</summary>
public static class NestObservableExtensions
{
    /// <summary>One thermostat, live: its present record, then one for every change of it.</summary>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The thermostat's id, case-sensitive.</param>
    /// <returns>Records of that thermostat, never null, each different from the one before. Nothing comes while the home has no such device.</returns>
    public static IObservable<Thermostat> Thermostat(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.Thermostats.GetValueOrDefault(id));

    /// <summary>One smoke and CO alarm, live: its present record, then one for every change of it.</summary>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The alarm's id, case-sensitive.</param>
    /// <returns>Records of that alarm, never null, each different from the one before. Nothing comes while the home has no such device.</returns>
    public static IObservable<SmokeCoAlarm> SmokeCoAlarm(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.SmokeCoAlarms.GetValueOrDefault(id));

    /// <summary>One camera, live: its present record, then one for every change of it.</summary>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <param name="deviceId">The camera's id, case-sensitive.</param>
    /// <returns>Records of that camera, never null, each different from the one before. Nothing comes while the home has no such device.</returns>
    public static IObservable<Camera> Camera(this IObservable<DataModel> updates, string deviceId) =>
        One(updates, deviceId, static (model, id) => model.Devices.Cameras.GetValueOrDefault(id));

    /// <summary>One structure, live: its present record, then one for every change of it.</summary>
    /// <param name="updates">The home, live: <see cref="INestClient.Updates"/>.</param>
    /// <param name="structureId">The structure's id, case-sensitive.</param>
    /// <returns>Records of that structure, never null, each different from the one before. Nothing comes while the home has no such structure.</returns>
    public static IObservable<Structure> Structure(this IObservable<DataModel> updates, string structureId) =>
        One(updates, structureId, static (model, id) => model.Structures.GetValueOrDefault(id));

    /// <summary>One value of a record, live: the present value, then one whenever it has become another.</summary>
    /// <typeparam name="TRecord">The kind of record.</typeparam>
    /// <typeparam name="TValue">The kind of value; compared by its own equality.</typeparam>
    /// <param name="records">Records, live. A null record is skipped.</param>
    /// <param name="value">Takes the value from a record; it may give null.</param>
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
