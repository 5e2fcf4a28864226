using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a Camera on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static partial class CameraWire
{
    public static WireType<Camera> Type { get; } = new WireTypeBuilder<Camera>(static () => new Camera(), static record => record with { }, Slots.ExtensionData)
        .Field("device_id", Slots.DeviceId, Text)
        .Field("structure_id", Slots.StructureId, Text)
        .Field("name", Slots.Name, Text)
        .Field("name_long", Slots.NameLong, Text)
        .Field("where_id", Slots.RoomId, Text)
        .Field("where_name", Slots.RoomName, Text)
        .Field("software_version", Slots.SoftwareVersion, Text)
        .Field("is_online", Slots.IsOnline, Flag)
        .Field("is_streaming", Slots.IsStreaming, Flag)
        .Field("is_audio_input_enabled", Slots.IsAudioInputEnabled, Flag)
        .Field("last_is_online_change", Slots.LastIsOnlineChange, Time)
        .Field("is_video_history_enabled", Slots.IsVideoHistoryEnabled, Flag)
        .Field("web_url", Slots.WebUrl, SecretLink)
        .Field("app_url", Slots.AppUrl, SecretLink)
        .Field("is_public_share_enabled", Slots.IsPublicShareEnabled, Flag)
        .Field("public_share_url", Slots.PublicShareUrl, Text)
        .Field("activity_zones", Slots.ActivityZones, ListOf(ActivityZoneWire.Type))
        .Field("snapshot_url", Slots.SnapshotUrl, SecretLink)
        .Field("last_event", Slots.LastEvent, Object(CameraEventWire.Type))
        .Build();
}
