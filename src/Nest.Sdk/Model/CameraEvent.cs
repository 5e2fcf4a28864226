using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>An event that a camera saw or heard: <c>last_event</c> of a camera. See docs/protocol/works-with-nest.md#cameras.</summary>
/// <remarks>URLs that carry the access token are masked in text and JSON, so an event that went through JSON equals the original but for those. Any field can be missing.</remarks>
[JsonConverter(typeof(WireConverter<CameraEvent>))]
public sealed record CameraEvent
{
    /// <summary>Whether there was sound. Null when the service does not report it.</summary>
    public bool? HasSound { get; init; }

    /// <summary>Whether something moved. Null when the service does not report it.</summary>
    public bool? HasMotion { get; init; }

    /// <summary>Whether there was a person; needs the camera permission v3. Null when the service does not report it.</summary>
    public bool? HasPerson { get; init; }

    /// <summary>The start, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? StartTime { get; init => field = Never.AsAbsent(value); }

    /// <summary>The end, in UTC. Null, older than <see cref="StartTime"/>, or in the future while the event is ongoing: see <see cref="IsOngoingAt"/>.</summary>
    public DateTimeOffset? EndTime { get; init => field = Never.AsAbsent(value); }

    /// <summary>When the URLs stop working, in UTC. Null when the service does not report it.</summary>
    public DateTimeOffset? UrlsExpireTime { get; init => field = Never.AsAbsent(value); }

    /// <summary>The recording on the web, for the signed-in user; it carries the token. Null when the service does not report it.</summary>
    public SecretUri? WebUrl { get; init; }

    /// <summary>The recording in the Nest app; it carries the token. Null when the service does not report it.</summary>
    public SecretUri? AppUrl { get; init; }

    /// <summary>A still picture; it carries the token; with images. Null when the service does not report it.</summary>
    public SecretUri? ImageUrl { get; init; }

    /// <summary>A GIF; it carries the token; with images. Null when the service does not report it.</summary>
    public SecretUri? AnimatedImageUrl { get; init; }

    /// <summary>The ids of the zones it happened in, see <see cref="ActivityZone.Id"/>; with images; else empty.</summary>
    [Wire(Codec = nameof(Codecs.TextsOrNumbers))]
    public EquatableArray<string> ActivityZoneIds { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }

    /// <summary>Whether the event is ongoing at a point in time: it has started, and no end is reported, or one that is older than the start or still ahead.</summary>
    /// <param name="now">The point in time, such as <see cref="TimeProvider.GetUtcNow"/> of the caller's clock. The clocks of the camera and of the caller may differ by seconds.</param>
    /// <returns>False when the start is not reported or later than <paramref name="now"/>, and from the reported end on.</returns>
    public bool IsOngoingAt(DateTimeOffset now) => StartTime is { } start && start <= now && (EndTime is not { } end || end < start || end > now);
}
