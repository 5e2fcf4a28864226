using System.Net.Http.Headers;
using System.Net.Mime;
using System.Net.ServerSentEvents;
using Nest.Sdk.Authorization;
using Nest.Sdk.Http;
using Nest.Sdk.Providers;
using Polly;

namespace Nest.Sdk.Wwn;

/// <summary>The Works with Nest backend: REST and server-sent events (reference §4–§6).</summary>
internal sealed class WwnProvider(WwnSettings settings, AccessToken token, HttpMessageInvoker calls, HttpMessageInvoker streams, TimeProvider time) : INestProvider
{
    private readonly WwnHttp _http = new(settings, token, time);
    private readonly ResiliencePipeline _readRetry = ReadRetry.Create(time);

    public async Task RunAsync(INestDocumentSink sink, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, "/", MediaTypeNames.Text.EventStream);
        request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        using var response = await _http.SendAsync(streams, request, cancellationToken).ConfigureAwait(false);
        sink.ByteSeen();
        ThrowIfNoStream(response);
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using var watched = new IdleTimeoutStream(body, settings.IdleTimeout, time, sink.ByteSeen, cancellationToken);
            await ReadEventsAsync(watched, new WwnEvents(sink, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not NestException)
        {
            throw WwnHttp.Translate(error, cancellationToken);
        }

        throw new NestConnectionException("The server ended the stream.") { Reason = DisconnectReason.EndOfStream };
    }

    public async Task<byte[]> GetAsync(string path, CancellationToken cancellationToken) => await _readRetry.ExecuteAsync(
        async stop =>
        {
            using var request = Request(HttpMethod.Get, path, MediaTypeNames.Application.Json);
            using var response = await _http.SendAsync(calls, request, stop).ConfigureAwait(false);
            return await _http.BodyAsync(response, settings.MaxDocumentBytes, truncate: false, stop).ConfigureAwait(false);
        },
        cancellationToken).ConfigureAwait(false);

    public async Task WriteAsync(NestWrite write, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Put, write.Path, MediaTypeNames.Application.Json);
        request.Options.Set(WriteOnceHandler.Ticket, new WriteTicket());
        request.Content = new ByteArrayContent(write.Body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } };
        // The echo in the body proves nothing (reference §5): the new state comes by the stream.
        using var response = await _http.SendAsync(calls, request, cancellationToken).ConfigureAwait(false);
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

    private static void ThrowIfNoStream(HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (!string.Equals(type, MediaTypeNames.Text.EventStream, StringComparison.OrdinalIgnoreCase))
            throw new NestProtocolException($"The server answered with '{type}' instead of an event stream. Is the endpoint right, or is a login page of the network in between?");
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string accept)
    {
        var request = new HttpRequestMessage(method, WwnPath.Resolve(settings.Endpoint, path))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(AccessTokenHandler.Token, token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return request;
    }
}
