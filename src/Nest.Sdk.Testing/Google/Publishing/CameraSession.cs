using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Google.Publishing;

/// <summary>
/// One event of a camera from its beginning to its end, with the ids that its messages share. See
/// docs/protocol/smart-device-management.md#event-traits and #threads.
/// </summary>
/// <param name="hasThread">Whether its messages belong to a thread.</param>
internal sealed class CameraSession(bool hasThread)
{
    private const string Prefix = "sdm.devices.events.";

    private readonly Dictionary<string, string> _entries = new(StringComparer.Ordinal);

    /// <summary>The id that all entries have. Newer models have short ones.</summary>
    public string Id { get; } = hasThread
        ? RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture)
        : "Cj-FAKE-" + RandomNumberGenerator.GetHexString(40);

    /// <summary>The id of the thread. Null for a model without threads.</summary>
    public string? ThreadId { get; } = hasThread ? Guid.NewGuid().ToString() : null;

    /// <summary>The events that it has had so far.</summary>
    public IReadOnlyCollection<string> Kinds => _entries.Keys;

    public bool IsOpen { get; set; } = true;

    /// <summary>Returns the entries of events. An event keeps its id.</summary>
    /// <param name="kinds">The events, such as <c>CameraMotion.Motion</c>.</param>
    public JsonObject Entries(IEnumerable<string> kinds)
    {
        var entries = new JsonObject();
        foreach (var kind in kinds)
        {
            if (!_entries.TryGetValue(kind, out var id))
                _entries[kind] = id = hasThread ? $"n:{_entries.Count + 1}" : "FW-FAKE-" + RandomNumberGenerator.GetHexString(40);

            entries[Prefix + kind] = new JsonObject { ["eventSessionId"] = Id, ["eventId"] = id };
        }

        return entries;
    }

    /// <summary>Adds the entry of the clip, which has no event id.</summary>
    /// <param name="entries">The entries of a message.</param>
    /// <param name="clips">The address below which clips are.</param>
    public void AddClip(JsonObject entries, Uri clips) =>
        entries[Prefix + "CameraClipPreview.ClipPreview"] = new JsonObject { ["eventSessionId"] = Id, ["previewUrl"] = new Uri(clips, Id).AbsoluteUri };
}
