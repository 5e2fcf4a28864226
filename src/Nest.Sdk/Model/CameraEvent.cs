using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>
/// An event that a camera detected: <c>last_event</c> of a camera. See docs/protocol/works-with-nest.md#cameras.
/// </summary>
/// <remarks>
/// URLs with the access token are masked in text and JSON, so an event that is serialized and deserialized differs from
/// the original in its URLs. Any field can be missing.
/// </remarks>
[JsonConverter(typeof(WireConverter<CameraEvent>))]
public sealed record CameraEvent
{
    /// <summary>Whether the camera detected a sound. Null when the service does not report it.</summary>
    public bool? HasSound { get; init; }

    /// <summary>Whether the camera detected motion. Null when the service does not report it.</summary>
    public bool? HasMotion { get; init; }

    /// <summary>
    /// Whether the camera detected a person. Needs version 3 of the camera permission. Null when the service does not
    /// report it.
    /// </summary>
    public bool? HasPerson { get; init; }

    /// <summary>Whether someone rang. Null when the service does not report it.</summary>
    public bool? HasChime { get; init; }

    /// <summary>
    /// The id of the session that the event belongs to: <c>session</c> on the wire. Events of one occurrence, such as
    /// motion and then a person, share it. Null when the service does not report it.
    /// </summary>
    [Wire("session")]
    public string? SessionId { get; init; }

    /// <summary>The id of the event, with which its picture is read. Null when the service does not report it.</summary>
    public string? Id { get; init; }

    /// <summary>The start, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? StartTime { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>
    /// The end, in UTC. While the event is ongoing, it can be null, before <see cref="StartTime"/>, or in the future.
    /// See <see cref="IsOngoingAt"/>.
    /// </summary>
    public DateTimeOffset? EndTime { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>When the URLs expire, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? UrlsExpireTime { get; init => field = UnixEpoch.AsAbsent(value); }

    /// <summary>
    /// The URL of the recording on the web, for the signed-in user. Contains the access token. Null when the service
    /// does not report it.
    /// </summary>
    public SecretUri? WebUrl { get; init; }

    /// <summary>
    /// The URL of the recording in the Nest app. Contains the access token. Null when the service does not report it.
    /// </summary>
    public SecretUri? AppUrl { get; init; }

    /// <summary>
    /// The URL of a still picture. Contains the access token. Needs a "+ images" permission. Null when the service does
    /// not report it.
    /// </summary>
    public SecretUri? ImageUrl { get; init; }

    /// <summary>
    /// The URL of an animated GIF. Contains the access token. Needs a "+ images" permission. Null when the service does
    /// not report it.
    /// </summary>
    public SecretUri? AnimatedImageUrl { get; init; }

    /// <summary>
    /// The ids of the zones of the event, see <see cref="ActivityZone.Id"/>. Needs a "+ images" permission. Empty
    /// otherwise.
    /// </summary>
    [Wire(Codec = nameof(Codecs.TextsOrNumbers))]
    public EquatableArray<string> ActivityZoneIds { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }

    /// <summary>
    /// Whether the event is ongoing at a point in time: it has started, and the end is missing, before the start, or
    /// after that point.
    /// </summary>
    /// <param name="now">
    /// The point in time, such as the result of <see cref="TimeProvider.GetUtcNow"/>. The clocks of the camera and of
    /// the caller can differ by seconds.
    /// </param>
    /// <returns>
    /// False when the start is missing or later than <paramref name="now"/>, and from the reported end on.
    /// </returns>
    public bool IsOngoingAt(DateTimeOffset now) => StartTime is { } start && start <= now && (EndTime is not { } end || end < start || end > now);
}
