using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Events;

/// <summary>
/// Derives events from two states of a home, because Works with Nest reports states only. See
/// docs/guide/streaming.md#events.
/// </summary>
internal static class HomeEvents
{
    /// <summary>
    /// Gets the events between two consecutive models, in the order of devices and kinds. Cameras and alarms that are
    /// the same objects as before are skipped without an allocation.
    /// </summary>
    /// <param name="before">The home before. Null gives no events.</param>
    /// <param name="after">The home after.</param>
    public static IReadOnlyList<NestEvent> Of(DataModel? before, DataModel after)
    {
        if (before is null || ReferenceEquals(before.Devices, after.Devices))
            return [];
        List<NestEvent>? events = null;
        if (!ReferenceEquals(before.Devices.SmokeCoAlarms.Entries, after.Devices.SmokeCoAlarms.Entries))
        {
            foreach (var (id, alarm) in after.Devices.SmokeCoAlarms)
            {
                var old = before.Devices.SmokeCoAlarms.GetValueOrDefault(id);
                if (!ReferenceEquals(old, alarm))
                    AlarmEvents.Add(ref events, id, old, alarm);
            }
        }

        if (!ReferenceEquals(before.Devices.Cameras.Entries, after.Devices.Cameras.Entries))
        {
            foreach (var (id, camera) in after.Devices.Cameras)
            {
                var old = before.Devices.Cameras.GetValueOrDefault(id);
                if (!ReferenceEquals(old, camera))
                    CameraEvents.Add(ref events, id, old, camera);
            }
        }

        return events ?? (IReadOnlyList<NestEvent>)[];
    }
}
