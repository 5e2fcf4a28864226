using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// Events as they go over the wire (see docs/protocol/works-with-nest.md#stream-events): a name, one data line, an
/// empty line.
/// </summary>
internal static class StreamFrames
{
    public static byte[] KeepAlive { get; } = Event("keep-alive", "null");

    public static byte[] Put(string path, string json) => Event("put", $$"""{"path":{{JsonSerializer.Serialize(path)}},"data":{{json}}}""");

    // Quoted as in docs/protocol/works-with-nest.md#transcript; whether Nest quoted it is not known.
    public static byte[] AuthRevoked(string token) => Event("auth_revoked", JsonSerializer.Serialize(token));

    /// <summary>A frame with blanks where JSON allows them, after the last value, until it is that long.</summary>
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
