using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>Keeps the objects of the previous model wherever the next one says the same, so that "same" is a reference comparison for callers.</summary>
internal static class ModelSharing
{
    /// <returns>The previous model itself when nothing changed.</returns>
    public static DataModel Share(DataModel? previous, DataModel next)
    {
        if (previous is null)
            return next;
        var shared = next with
        {
            Metadata = previous.Metadata.Equals(next.Metadata) ? previous.Metadata : next.Metadata,
            Devices = Share(previous.Devices, next.Devices),
            Structures = Share(previous.Structures, next.Structures),
        };
        return shared.Equals(previous) ? previous : shared;
    }

    private static Devices Share(Devices previous, Devices next)
    {
        var shared = next with
        {
            Thermostats = Share(previous.Thermostats, next.Thermostats),
            SmokeCoAlarms = Share(previous.SmokeCoAlarms, next.SmokeCoAlarms),
            Cameras = Share(previous.Cameras, next.Cameras),
        };
        return shared.Equals(previous) ? previous : shared;
    }

    private static EquatableMap<T> Share<T>(EquatableMap<T> previous, EquatableMap<T> next)
        where T : class
    {
        var shared = next.Select(entry => previous.TryGetValue(entry.Key, out var known) && known.Equals(entry.Value) ? KeyValuePair.Create(entry.Key, known) : entry)
            .ToEquatableMap();
        return shared.Equals(previous) ? previous : shared;
    }
}
