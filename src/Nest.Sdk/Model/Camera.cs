using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>A Nest camera, as under <c>/devices/cameras/ID</c>. See docs/protocol/works-with-nest.md#cameras.</summary>
/// <remarks>URLs that carry the access token are masked in text and JSON, so a camera that went through JSON equals the original but for those. Fields marked with images need a "+ images" permission, and any field can be missing.</remarks>
[JsonConverter(typeof(WireConverter<Camera>))]
public sealed record Camera
{
    /// <summary>The opaque, case-sensitive id of the device, different for each developer. Null when the service does not report it.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The id of the structure the device belongs to. Null when the service does not report it.</summary>
    public string? StructureId { get; init; }

    /// <summary>The short display name, <c>Room</c> or <c>Room (Label)</c>. Null when the service does not report it.</summary>
    public string? Name { get; init; }

    /// <summary>The long display name, such as <c>Hallway Thermostat (upstairs)</c>. Null when the service does not report it.</summary>
    public string? NameLong { get; init; }

    /// <summary>The id of the room, a key into <see cref="Structure.Rooms"/>: <c>where_id</c> on the wire. Null when the service does not report it.</summary>
    [Wire("where_id")]
    public string? RoomId { get; init; }

    /// <summary>The name of the room: <c>where_name</c> on the wire. Null when the service does not report it; <see cref="DataModelJoins.RoomNameOf(DataModel, Camera)"/> then takes the name from the structure.</summary>
    [Wire("where_name")]
    public string? RoomName { get; init; }

    /// <summary>The version of the device's software in free form, such as <c>5.6-7</c>. Null when the service does not report it.</summary>
    public string? SoftwareVersion { get; init; }

    /// <summary>Whether the device is connected to the Nest service. Null when the service does not report it.</summary>
    public bool? IsOnline { get; init; }

    /// <summary>Whether the camera is on and sends video; writable. Null when the service does not report it.</summary>
    public bool? IsStreaming { get; init; }

    /// <summary>Whether the microphone is on. Null when the service does not report it.</summary>
    public bool? IsAudioInputEnabled { get; init; }

    /// <summary>When <see cref="IsOnline"/> last changed, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? LastIsOnlineChange { get; init => field = Never.AsAbsent(value); }

    /// <summary>Whether there is a Nest Aware subscription. Null when the service does not report it.</summary>
    public bool? IsVideoHistoryEnabled { get; init; }

    /// <summary>The live view on the web; it carries the token. Null when the service does not report it.</summary>
    public SecretUri? WebUrl { get; init; }

    /// <summary>The live view in the Nest app; it carries the token. Null when the service does not report it.</summary>
    public SecretUri? AppUrl { get; init; }

    /// <summary>Whether the camera is shared with everybody; with images. Null when the service does not report it.</summary>
    public bool? IsPublicShareEnabled { get; init; }

    /// <summary>The public live view, absolute as a rule; with images; null when the service does not report it or not shared.</summary>
    public string? PublicShareUrl { get; init; }

    /// <summary>The parts of the picture that are watched; with images and Nest Aware; else empty.</summary>
    public EquatableArray<ActivityZone> ActivityZones { get; init; }

    /// <summary>The current picture as JPEG; it carries the token; with images. Null when the service does not report it.</summary>
    public SecretUri? SnapshotUrl { get; init; }

    /// <summary>The last event; null when there was none, or without Nest Aware.</summary>
    public CameraEvent? LastEvent { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
