using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Http.Once;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Wwn.Events;
using Nest.Sdk.Wwn.Writing;
using Polly;

namespace Nest.Sdk.Wwn;

/// <summary>The Works with Nest backend. See docs/protocol/works-with-nest.md#reads and #streaming.</summary>
internal sealed class WwnProvider(WwnSettings settings, IAccessTokenSource tokens, HttpMessageInvoker calls, HttpMessageInvoker streams, NestMetrics metrics, TimeProvider time)
    : INestProvider
{
    private readonly WwnHttp _calls = new(calls, settings, time);
    private readonly WwnHttp _streams = new(streams, settings, time, settings.FirstDocumentTimeout);
    private readonly WwnTokens _tokens = new(tokens, settings.ResponseTimeout, time);
    private readonly WwnOrigin _origin = new(settings.Endpoint);
    private readonly ResiliencePipeline _readRetry = ReadRetry.Create(time);
    private WwnDialect? _writes;

    /// <summary>The renewed token for a stream that has not opened yet.</summary>
    private AccessToken? _renewed;

    public NestBackend Backend => NestBackend.Wwn;

    public IWriteDialect Writes => _writes ??= new WwnDialect(WriteAsync);

    public NestCapabilities CapabilitiesOf(DataModel? home) => WwnCapabilities.Of(home);

    public async Task RunAsync(IHomeSink sink, CancellationToken cancellationToken)
    {
        AccessToken? token = null;
        try
        {
            token = await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            using var response = await SendAsync(_streams, () => StreamRequest(token), "/", token, cancellationToken).ConfigureAwait(false);
            _renewed = null;
            await new WwnStream(settings, _streams, _tokens, time).ReadAsync(response, token, sink, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever ended the stream, the data host may be gone. The entry endpoint knows the current one.
            _origin.Forget();
            var failure = HttpFailures.Translate(error, cancellationToken);
            if (failure is not NestAuthorizationException refused || token is null)
                throw failure;
            // The source may take a while, and subscribers must be notified before.
            sink.LinkLost(DisconnectReason.Unauthorized);
            throw await AnotherAsync(refused, token, cancellationToken).ConfigureAwait(false) is not null
                ? new NestConnectionException("The access token is no longer valid, but there is a new one.", failure) { Reason = DisconnectReason.Unauthorized }
                : failure;
        }
    }

    /// <summary>
    /// Gets a token in place of a refused one. Only a 401 is renewed, not a revoked token or a missing permission. A
    /// renewed token that is refused too ends the stream, or it would be renewed endlessly.
    /// </summary>
    private async Task<AccessToken?> AnotherAsync(NestAuthorizationException refused, AccessToken token, CancellationToken cancellationToken)
    {
        if (!refused.IsUnauthorized || token.Equals(_renewed))
            return await _tokens.OtherAsync(token, cancellationToken).ConfigureAwait(false);
        return _renewed = await _tokens.RenewedAsync(token, cancellationToken).ConfigureAwait(false);
    }

    public IReadOnlyList<NestEvent> EventsOf(DataModel? before, DataModel after) => HomeEvents.Of(before, after);

    public Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken) => ReadRawAsync("/", cancellationToken);

    public Task<byte[]> ReadRawAsync(string path, CancellationToken cancellationToken) => MeasureAsync("GET", async () => await _readRetry.ExecuteAsync(
        async stop => await _tokens.CallAsync(token => ReadOnceAsync(path, token, stop), stop).ConfigureAwait(false),
        cancellationToken).ConfigureAwait(false));

    private async Task<byte[]> ReadOnceAsync(string path, AccessToken token, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(_calls, () => Request(HttpMethod.Get, path, MediaTypeNames.Application.Json, token), path, token, cancellationToken).ConfigureAwait(false);
        var body = await BodyAsync(response, cancellationToken).ConfigureAwait(false);
        return MayBeError(body) && WwnErrors.FromSuccess(response, body, token, time) is { } refused ? throw refused : body;
    }

    /// <summary>Sends a write once. After a 401, which applied nothing, retries once with a renewed token.</summary>
    private Task<bool> WriteAsync(WriteStep step, CancellationToken cancellationToken) => MeasureAsync(step.Method, () => _tokens.CallAsync(token => WriteOnceAsync(step, token, cancellationToken), cancellationToken));

    private async Task<bool> WriteOnceAsync(WriteStep step, AccessToken token, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(step, token, cancellationToken).ConfigureAwait(false);
        await ThrowIfRefusedAsync(response, token).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Gets the response to a write. A response that has arrived counts, even when a handler of the host times out
    /// while it waits to repeat the write, or fails on the response.
    /// </summary>
    private async Task<HttpResponseMessage> AnswerAsync(WriteStep step, AccessToken token, CancellationToken cancellationToken)
    {
        var ticket = new WriteTicket();
        try
        {
            return await SendAsync(_calls, () => WriteRequest(step, token, ticket = new WriteTicket()), step.Path, token, cancellationToken, () => ticket.TryWithdraw()).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (NestRequestException or NestRateLimitException or NestAuthorizationException) || IsFromHostHandler(error, ticket))
        {
            if (ticket.Answer() is { } answer)
                return answer;
            if (!ticket.TryWithdraw())
                throw Unknown(error);
            throw;
        }
    }

    /// <summary>
    /// Whether a handler of the host answered 401 in place of the server. The write may then have been applied, and
    /// must not be repeated with another token.
    /// </summary>
    private static bool IsFromHostHandler(Exception error, WriteTicket ticket) => error is NestAuthorizationException { IsUnauthorized: true } && ticket.Answer()?.StatusCode != HttpStatusCode.Unauthorized;

    /// <summary>
    /// Throws when the response is a refusal, which may have status 200. The echo in the body proves nothing; the new
    /// state comes on the stream. See docs/protocol/works-with-nest.md#writes.
    /// </summary>
    /// <remarks>The body has already been read, so this cannot be cancelled.</remarks>
    private async Task ThrowIfRefusedAsync(HttpResponseMessage response, AccessToken token)
    {
        var body = await _calls.ErrorBodyAsync(response, CancellationToken.None).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw WwnErrors.FromResponse(response, body, token, time);
        if (WwnErrors.FromSuccess(response, body, token, time) is { } refused)
            throw refused;
        if (ContentTypeHeader.Read(response).Is(MediaTypeNames.Text.Html))
        {
            _origin.Forget();
            throw Unknown(new NestProtocolException("The server answered with a web page. Check the endpoint, and whether the network shows a login page."));
        }
    }

    private static NestWriteOutcomeUnknownException Unknown(Exception error) => error is OperationCanceledException
        ? new("The write was sent, and the call was cancelled before the response. The write may have been applied. Read the device before you send it again.", error)
        : new($"The write was sent, but its outcome is unknown. The write may have been applied. Read the device before you send it again. {error.Message}", error);

    // When connecting to the remembered origin fails, nothing was sent, and the entry endpoint is used at once.
    private async Task<HttpResponseMessage> SendAsync(WwnHttp http, Func<HttpRequestMessage> create, string path, AccessToken token, CancellationToken cancellationToken, Func<bool>? withdraw = null)
    {
        if (_origin.For(token) != settings.Endpoint)
        {
            try
            {
                return await SendOnceAsync(http, create, path, token, cancellationToken).ConfigureAwait(false);
            }
            catch (NestConnectionException error) when (error.NothingWasSent && withdraw?.Invoke() != false)
            {
                // The origin is forgotten by now.
            }
        }

        return await SendOnceAsync(http, create, path, token, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(WwnHttp http, Func<HttpRequestMessage> create, string path, AccessToken token, CancellationToken cancellationToken)
    {
        using var request = create();
        try
        {
            var response = await http.SendAsync(request, token, cancellationToken).ConfigureAwait(false);
            _origin.Remember(token, path, request.RequestUri!);
            return response;
        }
        catch (NestException error) when (IsHostFailure(error))
        {
            _origin.Forget();
            throw;
        }
    }

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await _calls.BodyAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (NestException)
        {
            _origin.Forget();
            throw;
        }
    }

    // No home has a member "error", so only a response that starts with one is parsed twice.
    private static bool MayBeError(byte[] body) => body.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("{\"error\""u8);

    /// <summary>Whether the error may be the host's fault. An ordinary refusal is not.</summary>
    private static bool IsHostFailure(NestException error) => error is not (NestAuthorizationException or NestRateLimitException) && (error as NestRequestException)?.StatusCode is not (>= (System.Net.HttpStatusCode)400 and < (System.Net.HttpStatusCode)500);

    private async Task<T> MeasureAsync<T>(string method, Func<Task<T>> call)
    {
        var start = time.GetTimestamp();
        Exception? failure = null;
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            failure = error;
            throw;
        }
        finally
        {
            metrics.Request(method, time.GetElapsedTime(start), failure);
        }
    }

    private HttpRequestMessage StreamRequest(AccessToken token)
    {
        var request = Request(HttpMethod.Get, "/", MediaTypeNames.Text.EventStream, token);
        request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        return request;
    }

    private HttpRequestMessage WriteRequest(WriteStep step, AccessToken token, WriteTicket ticket)
    {
        var request = Request(new HttpMethod(step.Method), step.Path, MediaTypeNames.Application.Json, token, RequestKind.Once(ticket));
        request.Content = new ByteArrayContent(step.Body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } };
        return request;
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string accept, AccessToken token, RequestKind? kind = null)
    {
        var request = new HttpRequestMessage(method, WwnPath.Resolve(_origin.For(token), path))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(AccessTokenHandler.Token, token);
        request.Options.Set(RequestKind.Option, kind ?? RequestKind.Repeatable);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return request;
    }
}
