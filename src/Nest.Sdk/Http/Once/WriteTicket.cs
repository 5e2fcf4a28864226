using System.Net;

namespace Nest.Sdk.Http.Once;

/// <summary>Allows one write to be sent, records its progress, and returns its outcome to every later caller.</summary>
internal sealed class WriteTicket
{
    /// <summary>The response to a write is an echo or an error. Both are small.</summary>
    private const int LargestAnswer = 256 * 1024;

    private readonly Lock _gate = new();
    private Task<Outcome>? _first;
    private bool _isSent;
    private bool _isWithdrawn;

    /// <summary>Withdraws the write. A handler that has timed out may leave an attempt running.</summary>
    /// <returns>True when the write was not sent, and now never will be.</returns>
    public bool TryWithdraw()
    {
        lock (_gate)
            return _isWithdrawn = !_isSent;
    }

    /// <summary>Gets a copy of the response. Null before it has arrived; a redirect does not count.</summary>
    public HttpResponseMessage? Answer()
    {
        lock (_gate)
            return _first is { IsCompletedSuccessfully: true, Result: { IsRedirect: false } answer } ? answer.ToResponse() : null;
    }

    /// <summary>Records that the body is being sent.</summary>
    /// <exception cref="IOException">
    /// The body was sent before without a redirect, or the write was withdrawn.
    /// </exception>
    public void MarkSent()
    {
        lock (_gate)
        {
            ThrowIf(_isSent || _isWithdrawn);
            _isSent = true;
        }
    }

    /// <summary>Sends the write. If it was sent before, waits for that outcome and returns it again.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        Task<Outcome> first;
        bool isFirst;
        lock (_gate)
        {
            ThrowIf(_isWithdrawn);
            isFirst = _first is null;
            first = _first ??= TakeAsync(send, cancellationToken);
        }

        // The first caller waits without cancellation, which must not hide a response that has arrived.
        var outcome = await (isFirst ? first : first.WaitAsync(cancellationToken)).ConfigureAwait(false);
        if (outcome.IsRedirect)
        {
            // The redirecting host applied nothing, so the next hop counts as a first one.
            lock (_gate)
            {
                // Only the first caller resets it; for a later one, the next hop may be running.
                if (_first == first)
                {
                    _first = null;
                    _isSent = false;
                }
            }
        }

        return outcome.ToResponse();
    }

    private static void ThrowIf(bool isOver)
    {
        if (isOver)
            throw new IOException("The write was already sent or was withdrawn; it is never sent again.");
    }

    private static async Task<Outcome> TakeAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var response = await send().ConfigureAwait(false);
        return new Outcome(response, await BodyAsync(response, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Reads what arrives of the body. The status already shows the outcome of the write, and a body that breaks off
    /// must not hide it.
    /// </summary>
    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var buffer = new byte[4096];
            int read;
            while (body.Length < LargestAnswer && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                body.Write(buffer, 0, read);
        }
        catch (Exception)
        {
            // Use what has arrived so far, whatever failed: the connection, a timeout, or decompression that the host
            // has enabled.
        }

        return body.ToArray();
    }

    /// <summary>
    /// A response that can be returned several times, because a handler above disposes the one it retries.
    /// </summary>
    private sealed class Outcome(HttpResponseMessage response, byte[] body)
    {
        private readonly HttpStatusCode _status = response.StatusCode;
        private readonly Version _version = response.Version;
        private readonly KeyValuePair<string, IEnumerable<string>>[] _headers = [.. response.Headers];
        private readonly KeyValuePair<string, IEnumerable<string>>[] _contentHeaders = [.. response.Content.Headers];

        public bool IsRedirect => _status == HttpStatusCode.TemporaryRedirect;

        public HttpResponseMessage ToResponse()
        {
            var copy = new HttpResponseMessage(_status) { Version = _version, Content = new ByteArrayContent(body) };
            foreach (var (name, values) in _headers)
                copy.Headers.TryAddWithoutValidation(name, values);
            foreach (var (name, values) in _contentHeaders)
                copy.Content.Headers.TryAddWithoutValidation(name, values);
            return copy;
        }
    }
}
