using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Sdm.Events;

/// <summary>One event in a message.</summary>
/// <param name="Event">What subscribers get. Whether it is late, and its receipt time, are set on receipt.</param>
/// <param name="Occurrence">The id of the occurrence: its session, else the id of the report or of the message.</param>
/// <param name="Seen">What it says of the occurrence. None for a recording.</param>
/// <param name="IsOfState">Whether it belongs to the last event of a camera. Events of unknown kinds do not.</param>
internal sealed record SdmReport(NestEvent Event, string Occurrence, SdmSightings Seen, bool IsOfState)
{
    /// <summary>What tells whether the occurrence is new: device, kind and occurrence.</summary>
    public string Key => KeyOf(Event.DeviceId, Event.Kind, Occurrence);

    public static string KeyOf(string device, NestEventKind kind, string occurrence) => $"{device}\n{kind}\n{occurrence}";
}
