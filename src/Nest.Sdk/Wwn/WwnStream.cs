using System.Net.Mime;
using System.Net.ServerSentEvents;
using Nest.Sdk.Http;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn;

/// <summary>Reads one open event stream to its end.</summary>
internal sealed class WwnStream(WwnSettings settings, WwnHttp http, WwnTokens tokens, TimeProvider time)
{
    /// <exception cref="NestException">Always thrown, with the reason for the end.</exception>
    public async Task ReadAsync(HttpResponseMessage response, AccessToken token, IHomeSink sink, CancellationToken cancellationToken)
    {
        await ThrowIfNoStreamAsync(response, token, cancellationToken).ConfigureAwait(false);
        sink.Signal();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = tokens.WatchAsync(token, sink.TokenChanged, ended.Token);
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var home = new FirstDocumentTimer(settings.FirstDocumentTimeout, time);
            using var watched = new IdleTimeoutStream(body, settings.IdleTimeout, time, sink.Signal, cancellationToken, home);
            using var guarded = new WwnStreamGuard(watched, settings.MaxDocumentBytes, token);
            await ReadEventsAsync(guarded, new WwnEvents(sink, token, home.Met), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The cancellation callbacks of the user's source may throw, which must not hide the reason for the end.
            await ended.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await watching.ConfigureAwait(false);
        }

        throw new NestConnectionException("The server ended the stream.") { Reason = DisconnectReason.EndOfStream };
    }

    private static async Task ReadEventsAsync(Stream stream, WwnEvents events, CancellationToken cancellationToken)
    {
        var parser = SseParser.Create(stream, (name, data) =>
        {
            events.Read(name, data);
            return true;
        });
        await foreach (var _ in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            // All the work is done in the callback, while the bytes are still in the buffer.
        }
    }

    private async Task ThrowIfNoStreamAsync(HttpResponseMessage response, AccessToken token, CancellationToken cancellationToken)
    {
        var type = ContentTypeHeader.Read(response);
        var mask = new SecretMask([token.Reveal()]);
        if (type.Is(MediaTypeNames.Text.EventStream))
        {
            if (type.OtherCharset is { } charset)
                throw new NestProtocolException($"The event stream is in the charset '{mask.Apply(charset)}', and only UTF-8 can be read. Check the endpoint.");
            return;
        }

        // A 200 may contain a refusal. Retrying would send an invalid token again and again.
        if (type.Is(MediaTypeNames.Application.Json)
            && WwnErrors.FromStreamResponse(response, await http.ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false), token, time) is { } error)
        {
            throw error;
        }

        throw new NestProtocolException($"The server answered with '{mask.Apply(type.MediaType ?? "")}' instead of an event stream. Check the endpoint, and whether the network shows a login page.");
    }
}
