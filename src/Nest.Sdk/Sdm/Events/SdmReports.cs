using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// Reads the events of a message, in their order. An event of an unknown kind keeps Google's name. See
/// docs/protocol/smart-device-management.md#event-traits.
/// </summary>
internal static class SdmReports
{
    private const string Prefix = "sdm.devices.events.";

    /// <param name="message">The message.</param>
    /// <param name="at">Its time.</param>
    /// <param name="messageId">The id of the message, for events without any other.</param>
    /// <param name="isNew">Decides whether an occurrence is new, by its device, kind and id.</param>
    public static IReadOnlyList<SdmReport> Of(in SdmMessage message, DateTimeOffset at, string messageId, Func<string, bool> isNew)
    {
        if (message.Events.IsEmpty)
            return [];
        using var json = JsonDocument.Parse(message.Events);
        var device = SdmName.IdOf(SdmText.Of(message.Device));
        var thread = message.ThreadId.IsEmpty ? null : SdmText.Of(message.ThreadId);
        var reports = new List<SdmReport>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        // From the end, because of members with one name the last one counts.
        foreach (var member in json.RootElement.EnumerateObject().Reverse())
        {
            var name = SdmJson.NameOf(member);
            if (!names.Add(name))
                continue;
            var (kind, seen) = KindOf(name);
            var session = SdmJson.Word(SdmJson.Member(member.Value, "eventSessionId"u8));
            var id = SdmJson.Word(SdmJson.Member(member.Value, "eventId"u8));
            var occurrence = session ?? id ?? messageId;
            var what = new NestEvent
            {
                DeviceId = device,
                Kind = kind,
                Phase = message.Phase,
                IsNew = isNew(SdmReport.KeyOf(device, kind, occurrence)),
                OccurredAt = at,
                Id = id,
                SessionId = session,
                ThreadId = thread,
                Zones = [.. SdmJson.Items(SdmJson.Member(member.Value, "zones"u8)).Select(SdmJson.Word).OfType<string>()],
                ClipUrl = SdmJson.Word(SdmJson.Member(member.Value, "previewUrl"u8)) is { } link ? new SecretUri(link) : null,
            };
            reports.Add(new SdmReport(what, occurrence, seen, seen != SdmSightings.None || kind == NestEventKind.Clip));
        }

        reports.Reverse();

        return reports;
    }

    private static (NestEventKind Kind, SdmSightings Seen) KindOf(string name) => name switch
    {
        Prefix + "CameraMotion.Motion" => (NestEventKind.Motion, SdmSightings.Motion),
        Prefix + "CameraPerson.Person" => (NestEventKind.Person, SdmSightings.Person),
        Prefix + "CameraSound.Sound" => (NestEventKind.Sound, SdmSightings.Sound),
        Prefix + "DoorbellChime.Chime" => (NestEventKind.Chime, SdmSightings.Chime),
        Prefix + "CameraClipPreview.ClipPreview" => (NestEventKind.Clip, SdmSightings.None),
        _ => (NestEventKind.From(name), SdmSightings.None),
    };
}
