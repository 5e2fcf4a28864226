using Nest.Sdk.Model;

namespace QuickStart;

/// <summary>Describes the differences between two snapshots in words.</summary>
internal static class HomeChanges
{
    public static IEnumerable<string> Between(DataModel before, DataModel after) =>
    [
        .. Each(before.Structures, after.Structures, structure => structure.Name, Of),
        .. Each(before.Devices.Thermostats, after.Devices.Thermostats, thermostat => thermostat.NameLong ?? thermostat.Name, Of),
        .. Each(before.Devices.SmokeCoAlarms, after.Devices.SmokeCoAlarms, alarm => alarm.NameLong ?? alarm.Name, Of),
        .. Each(before.Devices.Cameras, after.Devices.Cameras, camera => camera.NameLong ?? camera.Name, Of),
    ];

    private static IEnumerable<string> Of(Structure before, Structure after)
    {
        if (before.Away != after.Away)
            yield return $"is {after.Away}";
        if (before.SmokeAlarmState != after.SmokeAlarmState)
            yield return $"smoke alarm is {after.SmokeAlarmState}";
    }

    private static IEnumerable<string> Of(Thermostat before, Thermostat after)
    {
        if (before.AmbientTemperature != after.AmbientTemperature)
            yield return $"measures {after.AmbientTemperature}";
        if (before.TargetTemperature != after.TargetTemperature)
            yield return $"target is {after.TargetTemperature}";
        if (before.HvacMode != after.HvacMode)
            yield return $"mode is {after.HvacMode}";
        if (before.HvacState != after.HvacState)
            yield return $"is now {after.HvacState}";
        if (before.Humidity != after.Humidity)
            yield return $"humidity is {after.Humidity} %";
    }

    private static IEnumerable<string> Of(SmokeCoAlarm before, SmokeCoAlarm after)
    {
        if (before.SmokeAlarmState != after.SmokeAlarmState)
            yield return $"smoke is {after.SmokeAlarmState}";
        if (before.CoAlarmState != after.CoAlarmState)
            yield return $"CO is {after.CoAlarmState}";
    }

    private static IEnumerable<string> Of(Camera before, Camera after)
    {
        if (before.IsStreaming != after.IsStreaming)
            yield return after.IsStreaming == true ? "is streaming" : "is off";
        if (before.LastEvent?.StartTime != after.LastEvent?.StartTime)
            yield return after.LastEvent is { HasPerson: true } ? "sees a person" : "detected motion";
    }

    /// <summary>Unchanged records are the same object, so an unchanged device costs one reference comparison.</summary>
    private static IEnumerable<string> Each<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after, Func<T, string?> name, Func<T, T, IEnumerable<string>> changes)
        where T : class
    {
        foreach (var (id, record) in after)
        {
            if (!before.TryGetValue(id, out var old))
            {
                yield return $"{name(record)}: was added";
            }
            else if (!ReferenceEquals(old, record))
            {
                foreach (var change in changes(old, record))
                    yield return $"{name(record)}: {change}";
            }
        }

        foreach (var (id, record) in before)
        {
            if (!after.ContainsKey(id))
                yield return $"{name(record)}: was removed";
        }
    }
}
