using System.Text;
using Nest.Sdk.Testing.Faults.Steps;
using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing;

/// <content>Faults of event streams. A stream that opens with one of these plays it before its first put.</content>
public partial class Fault
{
    private const string SomeError = """{"error":"internal error"}""";

    /// <summary>Ends the response properly, after the queued events. New streams may open at once.</summary>
    public static StreamFault End { get; } = new(new EndStep());

    /// <summary>Sends the latest put again.</summary>
    public static StreamFault Duplicate { get; } = new(new FrameStep("the latest put again", "put", stream => stream.LatestPut));

    /// <summary>
    /// Sends an out-of-date document: a put with the home before its last change. It is the current home if the home
    /// never changed.
    /// </summary>
    public static StreamFault OutOfDate { get; } = new(new FrameStep("an out-of-date document", "put", stream => stream.OlderPut));

    /// <summary>Stops automatic <c>keep-alive</c> events until the fault is lifted.</summary>
    public static StreamFault NoKeepAlives { get; } = new(new NoKeepAlivesStep());

    /// <summary>
    /// Revokes the token, as when the user withdraws the permission. Every stream with the token gets
    /// <c>auth_revoked</c> and ends. Calls with it get 401.
    /// </summary>
    public static StreamFault Revoke { get; } = new(new RevokeStep());

    /// <summary>Sends the specified event. The home does not change.</summary>
    /// <param name="name">The name of the event, such as <c>put</c> or <c>error</c>.</param>
    /// <param name="data">The data line.</param>
    /// <exception cref="ArgumentException">
    /// The name or the data has several lines. Use <see cref="Raw(string)"/> for arbitrary text.
    /// </exception>
    public static StreamFault Event(string name, string data)
    {
        ThrowIfMultiline(name, nameof(name));
        ThrowIfMultiline(data, nameof(data));
        return new(new FrameStep($"event {name}", name, _ => StreamFrames.Event(name, data)));
    }

    /// <summary>
    /// Sends an error as a bare line, without <c>event:</c> and <c>data:</c>. See
    /// docs/protocol/works-with-nest.md#stream-events.
    /// </summary>
    /// <param name="json">The line. It should begin with <c>{"error":</c>.</param>
    /// <exception cref="ArgumentException">The text has several lines.</exception>
    public static StreamFault BareError(string json = SomeError)
    {
        ThrowIfMultiline(json, nameof(json));
        return new(new FrameStep("a bare error line", "bare error", _ => Encoding.UTF8.GetBytes(json + "\n\n")));
    }

    /// <summary>
    /// Sends the latest put again, padded with spaces. A client that reads all of it gets the same home.
    /// </summary>
    /// <param name="bytes">
    /// The minimum length of the event in bytes. At most 1 GiB. The whole event is held in memory.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 1,073,741,824.</exception>
    public static StreamFault Oversized(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, 1 << 30);
        return new(new FrameStep($"a put of {bytes} bytes", "put", stream => StreamFrames.Pad(stream.LatestPut, bytes)));
    }

    private static void ThrowIfMultiline(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (text.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException("The text must be one line. Use Fault.Raw for several lines or arbitrary text.", name);
    }
}
