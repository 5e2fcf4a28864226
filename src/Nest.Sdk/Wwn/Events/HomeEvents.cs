using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Events;

/// <summary>Derives events from two states of a home: Works with Nest reports what is, and what happened hides in it. See docs/guide/streaming.md#events.</summary>
internal static class HomeEvents
{
    /// <summary>The events between two models in a row, in the order of devices and kinds. Where cameras and alarms are the same objects as before, nothing is walked and nothing allocated.</summary>
    /// <param name="before">The home before; null makes nothing an event.</param>
    /// <param name="after">The home now.</param>
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
