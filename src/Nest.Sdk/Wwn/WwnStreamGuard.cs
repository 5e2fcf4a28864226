using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Nest.Sdk.Http;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn;

/// <summary>
/// Watches the lines of an event stream for what the SSE parser cannot see: an event without end, and an error without
/// an event.
/// </summary>
/// <remarks>
/// The parser buffers a whole event, so a server could fill the memory without a limit. It also silently drops a bare
/// <c>{"error":…}</c> line (see docs/protocol/works-with-nest.md#stream-events). Such a line need not end: a complete
/// error object counts at once, because a stream that stays open would send nothing more, and the rest of the line does
/// not matter. Bytes after the error are withheld, and the error is thrown at the next read. By then the parser has
/// returned everything before it, and nothing else, however the bytes were split. All line ends become LF: after a CR
/// the parser would wait for a possible LF, and an event would be delayed until the next one.
/// </remarks>
internal sealed class WwnStreamGuard(Stream inner, int maxEventBytes, AccessToken token) : ReadOnlyStream
{
    /// <summary>Error objects have some hundred bytes. A longer line in braces is not one.</summary>
    private const int LongestError = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _bareLine = new();
    private bool _isBare;
    private bool _isComment;
    private bool _afterReturn;
    private long _lineBytes;
    private long _eventBytes;
    private NestException? _error;

    // A stream waits in every read, so the state machine boxes come from a pool. The parser awaits each read once, as
    // pooling requires.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_error is null)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            var passed = Scan(buffer.Span[..read]);
            // The second half of a CR LF leaves nothing, which is not the end.
            if (passed > 0 || read == 0)
                return passed;
        }

        throw _error;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    /// <returns>The number of bytes for the parser, from the start.</returns>
    private int Scan(Span<byte> bytes)
    {
        var kept = 0;
        for (var at = 0; at < bytes.Length && _error is null;)
        {
            var length = LineEnds.IndexOf(bytes[at..]);
            var text = length < 0 ? bytes[at..] : bytes.Slice(at, length);
            if (!text.IsEmpty)
                Text(text);
            text.CopyTo(bytes[kept..]);
            kept += text.Length;
            at += text.Length;
            // An event that is too large is never completed, because its line is not.
            if (length < 0 || _error is not null)
                break;
            var isReturn = bytes[at++] == '\r';
            if (!isReturn && _afterReturn)
            {
                _afterReturn = false;
                continue;
            }

            bytes[kept++] = (byte)'\n';
            EndLine();
            _afterReturn = isReturn;
        }

        return kept;
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        _afterReturn = false;
        if (_lineBytes == 0)
        {
            _isBare = text[0] == '{' || text[0] == ByteOrderMark.Bytes[0];
            _isComment = text[0] == ':';
        }

        // Checked first: a complete error counts, whatever else came with it.
        if (_isBare)
            Bare(text);
        _lineBytes += text.Length;
        if (_eventBytes + _lineBytes > maxEventBytes)
            _error ??= new NestConnectionException($"An event of the stream is longer than {maxEventBytes} bytes. Raise MaxDocumentBytes if that size is expected.") { Reason = DisconnectReason.EventTooLarge };
    }

    private void Bare(ReadOnlySpan<byte> text)
    {
        var room = (int)Math.Min(LongestError, maxEventBytes - _eventBytes) - _bareLine.WrittenCount;
        _bareLine.Write(text[..Math.Min(text.Length, room)]);
        // Only a brace can complete it.
        if (text.Contains((byte)'}') && FirstObject(BareLine()) is { } length)
        {
            _error = length > 0 ? WwnErrors.FromBareLine(BareLine()[..length], token) : null;
            _isBare = false;
        }

        _isBare &= text.Length <= room;
    }

    /// <returns>
    /// The length of the object at the start of the line. Zero when it is not an object; null when it is not complete
    /// yet.
    /// </returns>
    private static int? FirstObject(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, isFinalBlock: false, state: default);
        try
        {
            return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private void EndLine()
    {
        // An empty line ends an event. The parser does not buffer comments, and a server may send any number of them.
        if (_lineBytes == 0)
            _eventBytes = 0;
        else if (!_isComment)
            _eventBytes += _lineBytes;
        _lineBytes = 0;
        _isBare = _isComment = false;
        _bareLine.ResetWrittenCount();
    }

    private ReadOnlySpan<byte> BareLine() => ByteOrderMark.Without(_bareLine.WrittenSpan);
}
