using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// Reuses the objects of the previous model that are equal in the next one, so that callers can compare by reference.
/// </summary>
internal static class ModelSharing
{
    /// <returns>The previous model when nothing changed.</returns>
    public static DataModel Share(DataModel? previous, DataModel next)
    {
        if (previous is null)
            return next;
        var shared = next with
        {
            Metadata = previous.Metadata.Equals(next.Metadata) ? previous.Metadata : next.Metadata,
            Devices = Share(previous.Devices, next.Devices),
            Structures = Share(previous.Structures, next.Structures, ShareInside),
        };
        return shared.Equals(previous) ? previous : shared;
    }

    private static Devices Share(Devices previous, Devices next)
    {
        var shared = next with
        {
            Thermostats = Share(previous.Thermostats, next.Thermostats),
            SmokeCoAlarms = Share(previous.SmokeCoAlarms, next.SmokeCoAlarms),
            Cameras = Share(previous.Cameras, next.Cameras, ShareInside),
        };
        return shared.Equals(previous) ? previous : shared;
    }

    private static Camera ShareInside(Camera previous, Camera next) => next with
    {
        LastEvent = next.LastEvent is not null && next.LastEvent.Equals(previous.LastEvent) ? previous.LastEvent : next.LastEvent,
        ActivityZones = Share(previous.ActivityZones, next.ActivityZones),
    };

    private static Structure ShareInside(Structure previous, Structure next) => next with
    {
        Eta = next.Eta is not null && next.Eta.Equals(previous.Eta) ? previous.Eta : next.Eta,
        Rooms = Share(previous.Rooms, next.Rooms),
    };

    /// <param name="previous">The previous map.</param>
    /// <param name="next">The next map.</param>
    /// <param name="inside">Shares the objects inside a changed record.</param>
    private static EquatableMap<T> Share<T>(EquatableMap<T> previous, EquatableMap<T> next, Func<T, T, T>? inside = null)
        where T : class
    {
        var entries = next.AsSpan().ToArray();
        var same = 0;
        foreach (ref var entry in entries.AsSpan())
        {
            if (!previous.TryGetValue(entry.Key, out var known))
                continue;
            if (known.Equals(entry.Value))
            {
                entry = new(entry.Key, known);
                same++;
            }
            else if (inside is not null)
            {
                entry = new(entry.Key, inside(known, entry.Value));
            }
        }

        return same == entries.Length && same == previous.Count ? previous : new(entries);
    }

    /// <summary>
    /// Shares the items at the start and the end of a list, because an added or removed item moves the others.
    /// </summary>
    private static EquatableArray<T> Share<T>(EquatableArray<T> previous, EquatableArray<T> next)
        where T : class
    {
        ReadOnlySpan<T> old = previous.AsSpan();
        T[] items = [.. next.AsSpan()];
        var most = Math.Min(old.Length, items.Length);
        var first = 0;
        for (; first < most && old[first].Equals(items[first]); first++)
            items[first] = old[first];
        for (var last = 1; last <= most - first && old[^last].Equals(items[^last]); last++)
            items[^last] = old[^last];
        return first == old.Length && first == items.Length ? previous : new(items);
    }
}
