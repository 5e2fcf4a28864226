using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>
/// A Nest camera: <c>/devices/cameras/ID</c> in the document. See docs/protocol/works-with-nest.md#cameras.
/// </summary>
/// <remarks>
/// URLs with the access token are masked in text and JSON, so a camera that is serialized and deserialized differs from
/// the original in its URLs. Some fields of Works with Nest need a "+ images" permission. Any field can be missing.
/// </remarks>
[JsonConverter(typeof(WireConverter<Camera>))]
public sealed record Camera
{
    /// <inheritdoc cref="Thermostat.DeviceId"/>
    public string? DeviceId { get; init; }

    /// <inheritdoc cref="Thermostat.StructureId"/>
    public string? StructureId { get; init; }

    /// <inheritdoc cref="Thermostat.Name"/>
    public string? Name { get; init; }

    /// <inheritdoc cref="Thermostat.NameLong"/>
    public string? NameLong { get; init; }

    /// <inheritdoc cref="Thermostat.RoomId"/>
    [Wire("where_id")]
    public string? RoomId { get; init; }

    /// <summary>
    /// The name of the room: <c>where_name</c> on the wire. Null when the service does not report it.
    /// <see cref="DataModelJoins.RoomNameOf(DataModel, Camera)"/> then takes the name from the structure.
    /// </summary>
    [Wire("where_name")]
    public string? RoomName { get; init; }

    /// <inheritdoc cref="Thermostat.SoftwareVersion"/>
    public string? SoftwareVersion { get; init; }

    /// <inheritdoc cref="Thermostat.IsOnline"/>
    public bool? IsOnline { get; init; }

    /// <summary>
    /// What the device is: a camera, a doorbell, or a display with a camera. Absent when the service does not report
    /// it, as Works with Nest, where every one is a camera. See
    /// docs/protocol/smart-device-management.md#device-types.
    /// </summary>
    public CameraKind Kind { get; init; }

    /// <summary>
    /// The protocols of live streams. Empty when the service does not report any. They can change, because a camera can
    /// move from RTSP to WebRTC. See docs/protocol/smart-device-management.md#cameralivestream.
    /// </summary>
    public EquatableArray<StreamProtocol> StreamProtocols { get; init; }

    /// <summary>
    /// The video codecs of live streams in lower case, such as <c>h264</c>. Empty when the service does not report any.
    /// </summary>
    public EquatableArray<string> VideoCodecs { get; init; }

    /// <summary>
    /// The audio codecs of live streams in lower case, such as <c>aac</c> or <c>opus</c>. Empty when the service does
    /// not report any.
    /// </summary>
    public EquatableArray<string> AudioCodecs { get; init; }

    /// <summary>
    /// Whether a picture of an event is available for a short time. False on a camera that streams by WebRTC alone. Null
    /// when the service does not report it.
    /// </summary>
    public bool? HasEventImages { get; init; }

    /// <summary>Whether events come with a short clip. Null when the service does not report it.</summary>
    public bool? HasClips { get; init; }

    /// <summary>Whether the camera reports sounds as events. Null when the service does not report it.</summary>
    public bool? HearsSound { get; init; }

    /// <summary>Whether the device has a button that rings. Null when the service does not report it.</summary>
    public bool? Rings { get; init; }

    /// <summary>Whether the camera is on and sends video. Writable. Null when the service does not report it.</summary>
    public bool? IsStreaming { get; init; }

    /// <summary>Whether the microphone is on. Null when the service does not report it.</summary>
    public bool? IsAudioInputEnabled { get; init; }

    /// <summary>When <see cref="IsOnline"/> last changed, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? LastIsOnlineChange { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>Whether the camera has a Nest Aware subscription. Null when the service does not report it.</summary>
    public bool? IsVideoHistoryEnabled { get; init; }

    /// <summary>
    /// The URL of the live view on the web. Contains the access token. Null when the service does not report it.
    /// </summary>
    public SecretUri? WebUrl { get; init; }

    /// <summary>
    /// The URL of the live view in the Nest app. Contains the access token. Null when the service does not report it.
    /// </summary>
    public SecretUri? AppUrl { get; init; }

    /// <summary>
    /// Whether the camera is shared publicly. Needs a "+ images" permission. Null when the service does not report it.
    /// </summary>
    public bool? IsPublicShareEnabled { get; init; }

    /// <summary>
    /// The URL of the public live view, usually absolute. Needs a "+ images" permission. Null when the service does not
    /// report it, or the camera is not shared.
    /// </summary>
    public string? PublicShareUrl { get; init; }

    /// <summary>
    /// The monitored parts of the picture. Needs a "+ images" permission and Nest Aware. Empty otherwise.
    /// </summary>
    public EquatableArray<ActivityZone> ActivityZones { get; init; }

    /// <summary>
    /// The URL of the current picture, a JPEG. Contains the access token. Needs a "+ images" permission. Null when the
    /// service does not report it.
    /// </summary>
    public SecretUri? SnapshotUrl { get; init; }

    /// <summary>The last event. Null without an event or without Nest Aware.</summary>
    public CameraEvent? LastEvent { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
