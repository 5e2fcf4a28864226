using System.Net;

namespace Nest.Sdk.Http.Once;

/// <summary>Admits one write to the wire, knows how far it got, and returns its outcome to every later caller.</summary>
internal sealed class WriteTicket
{
    /// <summary>An answer to a write is an echo or an error: both are small.</summary>
    private const int LargestAnswer = 256 * 1024;

    private readonly Lock _gate = new();
    private Task<Outcome>? _first;
    private bool _hasLeft;
    private bool _isWithdrawn;

    /// <summary>Withdraws the write: a handler that gives up may leave an attempt behind that goes on.</summary>
    /// <returns>Whether it did not go out, and now never will.</returns>
    public bool TryWithdraw()
    {
        lock (_gate)
            return _isWithdrawn = !_hasLeft;
    }

    /// <summary>The answer, as often as it is wanted; null while there is none. A redirect is none.</summary>
    public HttpResponseMessage? Answer()
    {
        lock (_gate)
            return _first is { IsCompletedSuccessfully: true, Result: { IsRedirect: false } answer } ? answer.ToResponse() : null;
    }

    /// <summary>Notes that the body goes out.</summary>
    /// <exception cref="IOException">It went out before, and no redirect came for it; or it was withdrawn.</exception>
    public void Leave()
    {
        lock (_gate)
        {
            ThrowIf(_hasLeft || _isWithdrawn);
            _hasLeft = true;
        }
    }

    /// <summary>Sends the write; if it was sent before, waits for that outcome and gives it again.</summary>
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

        // The sender sees its end in any case: a cancellation must not hide an answer that is there.
        var outcome = await (isFirst ? first : first.WaitAsync(cancellationToken)).ConfigureAwait(false);
        if (outcome.IsRedirect)
        {
            // Nothing was applied there: the next hop is a first one again.
            lock (_gate)
            {
                // Only by the first who sees it: a second one may find the next hop under way.
                if (_first == first)
                {
                    _first = null;
                    _hasLeft = false;
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

    /// <summary>What comes of the body. The status says already what became of the write: a body that breaks off must not hide it.</summary>
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
            // What has come so far must do, whatever broke: the connection, the caller's patience, or an unpacking that the host has switched on.
        }

        return body.ToArray();
    }

    /// <summary>An answer that can be given more than once: a handler above disposes what it means to repeat.</summary>
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
