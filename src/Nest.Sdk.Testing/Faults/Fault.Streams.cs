using System.Text;
using Nest.Sdk.Testing.Faults.Steps;
using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing;

/// <content>Faults of event streams. A stream that opens with one of these has it before its first put.</content>
public partial class Fault
{
    private const string SomeError = """{"error":"internal error"}""";

    /// <summary>The answer ends as it should, after what is queued. New streams may open at once.</summary>
    public static StreamFault End { get; } = new(new EndStep());

    /// <summary>The latest put again.</summary>
    public static StreamFault Duplicate { get; } = new(new FrameStep("the latest put again", "put", stream => stream.LatestPut));

    /// <summary>
    /// An out-of-date document: a put with the home as it was before its last change, the current one if it never
    /// changed.
    /// </summary>
    public static StreamFault OutOfDate { get; } = new(new FrameStep("an out-of-date document", "put", stream => stream.OlderPut));

    /// <summary>No automatic <c>keep-alive</c> until the fault is over.</summary>
    public static StreamFault NoKeepAlives { get; } = new(new NoKeepAlivesStep());

    /// <summary>
    /// The user withdraws the permission: every stream of the same token gets <c>auth_revoked</c> and ends, calls with
    /// it get 401.
    /// </summary>
    public static StreamFault Revoke { get; } = new(new RevokeStep());

    /// <summary>One event of your choice; the home stays as it is.</summary>
    /// <param name="name">Such as <c>put</c> or <c>error</c>.</param>
    /// <param name="data">The one data line.</param>
    /// <exception cref="ArgumentException">
    /// One of them has several lines. <see cref="Raw(string)"/> sends anything.
    /// </exception>
    public static StreamFault Event(string name, string data)
    {
        ThrowIfMultiline(name, nameof(name));
        ThrowIfMultiline(data, nameof(data));
        return new(new FrameStep($"event {name}", name, _ => StreamFrames.Event(name, data)));
    }

    /// <summary>
    /// An error as a bare line, without <c>event:</c> and <c>data:</c> (see
    /// docs/protocol/works-with-nest.md#stream-events).
    /// </summary>
    /// <param name="json">The line; it should begin with <c>{"error":</c>.</param>
    /// <exception cref="ArgumentException">It has several lines.</exception>
    public static StreamFault BareError(string json = SomeError)
    {
        ThrowIfMultiline(json, nameof(json));
        return new(new FrameStep("a bare error line", "bare error", _ => Encoding.UTF8.GetBytes(json + "\n\n")));
    }

    /// <summary>The latest put again, padded with spaces. A client that reads it all gets the same home.</summary>
    /// <param name="bytes">The minimum length of the event in bytes; up to 1 GiB, all of it in memory.</param>
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
            throw new ArgumentException("The text must be one line. Fault.Raw sends several lines or arbitrary text.", name);
    }
}
