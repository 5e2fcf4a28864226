using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// Creates events in wire format: a name, one data line and an empty line. See
/// docs/protocol/works-with-nest.md#stream-events.
/// </summary>
internal static class StreamFrames
{
    public static byte[] KeepAlive { get; } = Event("keep-alive", "null");

    public static byte[] Put(string path, string json) => Event("put", $$"""{"path":{{JsonSerializer.Serialize(path)}},"data":{{json}}}""");

    // Quoted as in docs/protocol/works-with-nest.md#transcript. It is unknown whether Nest quoted it.
    public static byte[] AuthRevoked(string token) => Event("auth_revoked", JsonSerializer.Serialize(token));

    /// <summary>Pads a frame to a length with spaces after the last value, where JSON allows them.</summary>
    public static byte[] Pad(byte[] frame, int length)
    {
        var wide = new byte[Math.Max(frame.Length, length)];
        // The frame ends in a brace and two line ends.
        var head = frame.Length - 3;
        frame.AsSpan(0, head).CopyTo(wide);
        wide.AsSpan(head, wide.Length - frame.Length).Fill((byte)' ');
        frame.AsSpan(head).CopyTo(wide.AsSpan(wide.Length - 3));
        return wide;
    }

    public static byte[] Event(string name, string data) => Encoding.UTF8.GetBytes($"event: {name}\ndata: {data}\n\n");
}
