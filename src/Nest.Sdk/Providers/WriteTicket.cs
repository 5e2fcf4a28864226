using System.Net;

namespace Nest.Sdk.Providers;

/// <summary>Admits one write to the wire, and gives its outcome to whoever asks again.</summary>
internal sealed class WriteTicket
{
    /// <summary>An answer to a write is an echo or an error: both are small.</summary>
    private const int LargestAnswer = 256 * 1024;

    private readonly Lock _gate = new();
    private Task<Outcome>? _first;

    /// <summary>Sends the write; if it was sent before, waits for that outcome and gives it again.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        Task<Outcome> first;
        lock (_gate)
            first = _first ??= TakeAsync(send, cancellationToken);
        var outcome = await first.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.IsRedirect)
        {
            // Nothing was applied there: the next hop is a first one again.
            lock (_gate)
            {
                // Only by the first who sees it: a second one may find the next hop under way.
                if (_first == first)
                    _first = null;
            }
        }

        return outcome.ToResponse();
    }

    private static async Task<Outcome> TakeAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var response = await send().ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken).ConfigureAwait(false);
        return new Outcome(response, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>An answer that can be given more than once: a handler above disposes what it means to repeat.</summary>
    private sealed class Outcome(HttpResponseMessage response, byte[] body)
    {
        private readonly HttpStatusCode _status = response.StatusCode;
        private readonly Version _version = response.Version;
        private readonly KeyValuePair<string, IEnumerable<string>>[] _headers = [.. response.Headers];
        private readonly KeyValuePair<string, IEnumerable<string>>[] _contentHeaders = [.. response.Content.Headers];

        public bool IsRedirect => _status is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

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
