using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Homes;

/// <summary>
/// A camera with every field of docs/protocol/works-with-nest.md#cameras. Its links contain the caller's token, as with
/// Nest.
/// </summary>
internal static class CameraTemplate
{
    private const string Auth = "?auth=" + DocumentText.TokenPlaceholder;

    public static JsonObject Create(string id, bool isStreaming) => new()
    {
        ["software_version"] = "205-FAKE",
        ["is_streaming"] = isStreaming,
        ["is_audio_input_enabled"] = true,
        ["last_is_online_change"] = DeviceTemplate.LastConnection,
        ["is_video_history_enabled"] = true,
        ["web_url"] = $"https://home.nest.com/cameras/{id}{Auth}",
        ["app_url"] = $"nestmobile://cameras/{id}{Auth}",
        ["is_public_share_enabled"] = false,
        ["activity_zones"] = new JsonArray(new JsonObject { ["name"] = "Walkway", ["id"] = 1 }),
        ["snapshot_url"] = $"https://www.dropcam.com/api/wwn.get_snapshot/{id}{Auth}",
        ["last_event"] = LastEvent(id),
    };

    private static JsonObject LastEvent(string id) => new()
    {
        ["has_sound"] = false,
        ["has_motion"] = true,
        ["has_person"] = false,
        ["start_time"] = "2023-09-01T11:30:00.000Z",
        ["end_time"] = "2023-09-01T11:30:20.000Z",
        ["urls_expire_time"] = "2023-09-11T11:30:00.000Z",
        ["web_url"] = $"https://home.nest.com/cameras/{id}/cuepoints/FAKE{Auth}",
        ["app_url"] = $"nestmobile://cameras/{id}/cuepoints/FAKE{Auth}",
        ["image_url"] = $"https://www.dropcam.com/api/wwn.get_event_image/{id}/FAKE{Auth}",
        ["animated_image_url"] = $"https://www.dropcam.com/api/wwn.get_event_gif/{id}/FAKE{Auth}",
        ["activity_zone_ids"] = new JsonArray("1"),
    };
}
