using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Nest.Sdk.Http;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn;

/// <summary>Watches the lines of an event stream for what the SSE parser cannot see: an event without end, and an error that comes without a frame.</summary>
/// <remarks>
/// The parser keeps a pending event whole, so without a limit a server could fill the memory; and it drops a bare <c>{"error":…}</c> line (see docs/protocol/works-with-nest.md#stream-events) without a word.
/// Such a line need not end: an error object that is whole counts at once, since a stream that then stays open would say no more, and whatever follows on the line makes no difference.
/// What comes after the trouble is held back, and the error is thrown at the next read: by then the parser has handed out everything before it, and nothing else, however the bytes were cut.
/// All line ends become LF: behind a CR the parser would wait for a possible LF, and an event would come only with the next one.
/// </remarks>
internal sealed class WwnStreamGuard(Stream inner, int maxEventBytes, AccessToken token) : ReadOnlyStream
{
    /// <summary>Error objects are some hundred bytes; a longer line in braces is none.</summary>
    private const int LongestError = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _bareLine = new();
    private bool _isBare;
    private bool _isComment;
    private bool _afterReturn;
    private long _lineBytes;
    private long _eventBytes;
    private NestException? _error;

    // A stream waits in every read: the boxes for that come from a pool. The parser awaits each read once, as a pooled one has to be.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_error is null)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            var passed = Scan(buffer.Span[..read]);
            // Nothing is left of the second half of a CR LF: that is not the end.
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

    /// <returns>How many bytes are left for the parser, at the start.</returns>
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
            // An event that is too large is never completed, since its line is not.
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

        // First of all: an error that is whole counts, however much else came with it.
        if (_isBare)
            Bare(text);
        _lineBytes += text.Length;
        if (_eventBytes + _lineBytes > maxEventBytes)
            _error ??= new NestConnectionException($"An event of the stream is longer than {maxEventBytes} bytes. Raise MaxDocumentBytes if that is right.") { Reason = DisconnectReason.EventTooLarge };
    }

    private void Bare(ReadOnlySpan<byte> text)
    {
        var room = (int)Math.Min(LongestError, maxEventBytes - _eventBytes) - _bareLine.WrittenCount;
        _bareLine.Write(text[..Math.Min(text.Length, room)]);
        // Only a brace can make it whole.
        if (text.Contains((byte)'}') && FirstObject(BareLine()) is { } length)
        {
            _error = length > 0 ? WwnErrors.FromBareLine(BareLine()[..length], token) : null;
            _isBare = false;
        }

        _isBare &= text.Length <= room;
    }

    /// <returns>How long the object is that the line begins with; zero when that is none, null when it is not whole yet.</returns>
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
        // An empty line ends an event; the parser keeps no comment, and a server may send any number of them.
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
