using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Google.Devices;

namespace Nest.Sdk.Testing.Google.Publishing;

/// <summary>
/// Finds what happens at cameras from their <c>last_event</c>: an event begins, gets another kind, or ends. Only models
/// with threads say that it ends. See docs/protocol/smart-device-management.md#threads.
/// </summary>
/// <param name="clips">Returns the address below which clips are.</param>
internal sealed class CameraEvents(Func<Uri> clips)
{
    private const string Chime = "DoorbellChime.Chime";

    private static readonly (string Member, string Kind)[] Members =
        [("has_motion", "CameraMotion.Motion"), ("has_person", "CameraPerson.Person"), ("has_sound", "CameraSound.Sound")];

    private readonly Dictionary<string, (JsonObject? Last, CameraSession? Session)> _cameras = new(StringComparer.Ordinal);

    /// <summary>Notes how the cameras are, without any event.</summary>
    public void Note(JsonObject root)
    {
        foreach (var (id, camera) in root["devices"].Child("cameras").Items())
            _cameras[id] = (LastEvent(camera), _cameras.GetValueOrDefault(id).Session);
    }

    /// <summary>Returns the messages of a camera since it was last noted, and notes it.</summary>
    /// <param name="id">The id of the camera.</param>
    /// <param name="camera">The camera in the home.</param>
    /// <param name="traits">Its traits, which say what it can report.</param>
    public IReadOnlyList<CameraMessage> Next(string id, JsonObject camera, JsonObject traits)
    {
        var (before, session) = _cameras.GetValueOrDefault(id);
        var after = LastEvent(camera);
        if (after is null || JsonNode.DeepEquals(before, after))
            return [];

        var kinds = KindsOf(after, traits);
        var added = kinds.Except(KindsOf(before, traits), StringComparer.Ordinal).ToList();
        var isOther = after["start_time"].Text() is { } start && start != before.Child("start_time").Text();
        var messages = new List<CameraMessage>();
        if (kinds.Count > 0 && (isOther || (added.Count > 0 && session is not { IsOpen: true })))
        {
            session = new CameraSession(CameraTraits.HasThreads(CameraTraits.ModelOf(camera)));
            messages.Add(new CameraMessage(session.Entries(kinds), session.ThreadId, "STARTED"));
        }
        else if (added.Count > 0 && session is { IsOpen: true })
        {
            messages.Add(new CameraMessage(session.Entries(session.ThreadId is null ? added : kinds), session.ThreadId, "UPDATED"));
        }

        if (session is { IsOpen: true } && (kinds.Count == 0 || HasEnded(before, after, isOther)))
        {
            session.IsOpen = false;
            messages.AddRange(End(session, traits));
        }

        _cameras[id] = (after, session);
        return messages;
    }

    /// <summary>Returns the messages of a ring. A model without threads has one.</summary>
    public IReadOnlyList<CameraMessage> Ring(JsonObject camera, JsonObject traits)
    {
        var session = new CameraSession(CameraTraits.HasThreads(CameraTraits.ModelOf(camera)));
        return [new CameraMessage(session.Entries([Chime]), session.ThreadId, "STARTED"), .. End(session, traits)];
    }

    private static JsonObject? LastEvent(JsonObject camera) => camera["last_event"]?.DeepClone() as JsonObject;

    private static List<string> KindsOf(JsonObject? last, JsonObject traits) =>
        [.. Members.Where(each => last?[each.Member].IsTrue() is true && Has(traits, each.Kind.Split('.')[0])).Select(each => each.Kind)];

    private static bool Has(JsonObject traits, string trait) => traits["sdm.devices.traits." + trait] is JsonObject;

    /// <summary>Returns whether an event has ended: its end is new, and not before its begin.</summary>
    private static bool HasEnded(JsonObject? before, JsonObject after, bool isOther) =>
        NestTime.TryRead(after["end_time"], out var end)
        && (isOther ? !NestTime.TryRead(after["start_time"], out var start) || end >= start : !JsonNode.DeepEquals(before?["end_time"], after["end_time"]));

    /// <summary>Returns the messages of an end: the entries again, with the clip where the model has clips.</summary>
    private IEnumerable<CameraMessage> End(CameraSession session, JsonObject traits)
    {
        if (session.ThreadId is null)
            yield break;

        var entries = session.Entries([.. session.Kinds]);
        if (Has(traits, "CameraClipPreview"))
            session.AddClip(entries, clips());

        yield return new CameraMessage(entries, session.ThreadId, "ENDED");
    }
}
