using System.Net.Mime;
using System.Net.ServerSentEvents;
using Nest.Sdk.Http;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn;

/// <summary>Reads one open event stream to its end.</summary>
internal sealed class WwnStream(WwnSettings settings, WwnHttp http, WwnTokens tokens, TimeProvider time)
{
    /// <exception cref="NestException">Always, with the reason for the end.</exception>
    public async Task ReadAsync(HttpResponseMessage response, AccessToken token, IHomeSink sink, CancellationToken cancellationToken)
    {
        await ThrowIfNoStreamAsync(response, token, cancellationToken).ConfigureAwait(false);
        sink.Signal();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = tokens.WatchAsync(token, sink.TokenChanged, ended.Token);
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var home = new FirstDocumentLimit(settings.FirstDocumentTimeout, time);
            using var watched = new IdleTimeoutStream(body, settings.IdleTimeout, time, sink.Signal, cancellationToken, home);
            using var guarded = new WwnStreamGuard(watched, settings.MaxDocumentBytes, token);
            await ReadEventsAsync(guarded, new WwnEvents(sink, token, home.Met), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // What the user's source hangs on the token may throw; that is no reason to lose the reason for the end.
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
            // All the work is done in the callback, where the bytes still are.
        }
    }

    private async Task ThrowIfNoStreamAsync(HttpResponseMessage response, AccessToken token, CancellationToken cancellationToken)
    {
        var type = ContentTypeHeader.Read(response);
        var mask = new SecretMask([token.Reveal()]);
        if (type.Is(MediaTypeNames.Text.EventStream))
        {
            if (type.OtherCharset is { } charset)
                throw new NestProtocolException($"The event stream is in the charset '{mask.Apply(charset)}', and only UTF-8 can be read. Is the endpoint right?");
            return;
        }

        // A refusal may hide behind a 200: retried, a dead token would be sent again for ever.
        if (type.Is(MediaTypeNames.Application.Json)
            && WwnErrors.FromStreamAnswer(response, await http.ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false), token, time) is { } error)
            throw error;
        throw new NestProtocolException($"The server answered with '{mask.Apply(type.MediaType ?? "")}' instead of an event stream. Is the endpoint right, or is a login page of the network in between?");
    }
}
