using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// A protocol of live streams (<c>stream_protocols</c> of a camera). See
/// docs/protocol/smart-device-management.md#cameralivestream.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<StreamProtocol>))]
public readonly record struct StreamProtocol : IOpenEnum<StreamProtocol>
{
    private readonly string? _word;

    private StreamProtocol(string word) => _word = word;

    /// <summary>RTSP over TLS: the service gives a URL. On the wire: <c>rtsp</c>.</summary>
    public static StreamProtocol Rtsp { get; } = new("rtsp");

    /// <summary>WebRTC: the service answers an offer. On the wire: <c>webrtc</c>.</summary>
    public static StreamProtocol WebRtc { get; } = new("webrtc");

    /// <inheritdoc/>
    public static EquatableArray<StreamProtocol> Known { get; } = [Rtsp, WebRtc];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static StreamProtocol From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
