using System.Buffers;
using Nest.Sdk.Http;

namespace Nest.Sdk.Wwn;

/// <summary>Watches the lines of an event stream for what the SSE parser cannot see: an event without end, and an error that comes without a frame.</summary>
/// <remarks>
/// The parser keeps a pending event whole, so without a limit a server could fill the memory; and it drops a bare <c>{"error":…}</c> line (reference §6.2) without a word.
/// The error is thrown at the next read: by then the parser has handed out everything before it.
/// </remarks>
internal sealed class WwnStreamGuard(Stream inner, int maxEventBytes, AccessToken token) : ReadOnlyStream
{
    /// <summary>Error objects are some hundred bytes; a longer line in braces is none.</summary>
    private const int LongestError = 16 * 1024;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly ArrayBufferWriter<byte> _bareLine = new();
    private bool _inLine;
    private bool _isBare;
    private bool _afterReturn;
    private long _eventBytes;
    private NestException? _error;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_error is not null)
            throw _error;
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read == 0)
            EndLine();
        else
            Scan(buffer.Span[..read]);
        return read == 0 && _error is not null ? throw _error : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny(LineEnds);
            var text = end < 0 ? bytes : bytes[..end];
            if (!text.IsEmpty)
                Text(text);
            if (end < 0)
                return;
            // CR LF is one line end, also when it is cut in two.
            if (bytes[end] == '\n' && _afterReturn && end == 0)
                _afterReturn = false;
            else
                EndOfLine(isReturn: bytes[end] == '\r');
            bytes = bytes[(end + 1)..];
        }
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        _afterReturn = false;
        if (!_inLine)
        {
            _inLine = true;
            _isBare = text[0] == '{';
        }

        if (_isBare && _bareLine.WrittenCount + text.Length <= LongestError)
            _bareLine.Write(text);
        else
            _isBare = false;
        _eventBytes += text.Length;
        if (_eventBytes > maxEventBytes)
            throw new NestConnectionException($"An event of the stream is longer than {maxEventBytes} bytes. Raise MaxDocumentBytes if that is right.") { Reason = DisconnectReason.EventTooLarge };
    }

    private void EndOfLine(bool isReturn)
    {
        _afterReturn = isReturn;
        // An empty line ends an event.
        if (!_inLine)
            _eventBytes = 0;
        EndLine();
    }

    private void EndLine()
    {
        if (_isBare && _error is null)
            _error = WwnErrors.FromBareLine(_bareLine.WrittenSpan, token);
        _inLine = _isBare = false;
        _bareLine.ResetWrittenCount();
    }
}
