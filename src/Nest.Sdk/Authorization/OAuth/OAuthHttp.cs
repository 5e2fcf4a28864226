using System.Net;
using Nest.Sdk.Http;
using Nest.Sdk.Http.Once;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>Sends requests to the authorization server, without following redirects.</summary>
internal sealed class OAuthHttp : IDisposable
{
    private const int LargestAnswer = 64 * 1024;

    private readonly HttpMessageInvoker _http;
    private readonly HttpMessageInvoker? _owned;
    private readonly LimitedHttp _limited;
    private readonly TimeProvider _time;

    /// <summary>
    /// Creates one with separate connections: without a client factory and its loggers, without traces, one request per
    /// call.
    /// </summary>
    public OAuthHttp(TimeSpan connectTimeout, TimeSpan responseTimeout, Action<SocketsHttpHandler>? configure, TimeProvider time)
    {
        var response = TimerLimit.Of(responseTimeout);
        _limited = new LimitedHttp(new HttpTimeouts(TimerLimit.Of(connectTimeout), response, response), time);
        _time = time;
        // As for a stream: a separate connection, and no second request when the server closes the first without a
        // response.
        var sockets = NestSocketsHandler.CreateForStreams();
        configure?.Invoke(sockets);
        PrimaryHandlerRules.Apply(sockets, isForStreams: true);
        // Without a propagator .NET creates no activity for the request, whose tags would contain the path.
        sockets.ActivityHeadersPropagator = null;
        _http = new HttpMessageInvoker(new SecretPathHandler(new ConnectTimeoutHandler(new SecretFormHandler(new OneConnectionHandler(sockets)))));
        _owned = _http;
    }

    /// <summary>Creates one over the handlers of a client, which may log, trace and repeat the requests.</summary>
    /// <param name="http">The handlers, with <see cref="SecretFormHandler"/> at the inner end. Not disposed.</param>
    /// <param name="limits">The timeouts.</param>
    /// <param name="time">The clock.</param>
    public OAuthHttp(HttpMessageInvoker http, HttpTimeouts limits, TimeProvider time) => (_http, _limited, _time) = (http, new LimitedHttp(limits, time), time);

    /// <summary>Posts a form that no handler of the host sees.</summary>
    /// <exception cref="NestException">The response was incomplete or a redirect.</exception>
    public async Task<OAuthResponse> PostAsync(Uri address, SecretForm form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Options.Set(SecretForm.Option, form);
        // A token request changes no device, and a second one only gets another token.
        request.Options.Set(RequestKind.Option, RequestKind.Repeatable);
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="NestException">The response was incomplete or a redirect.</exception>
    public async Task<OAuthResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        using var response = await _limited.SendAsync(_http, request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode is >= 300 and < 400)
            throw Redirected(request.RequestUri!, (int)response.StatusCode);
        if (request.Options.TryGetValue(SecretForm.Option, out _))
            response.Content = HiddenContent.Reveal(response);
        var body = response.IsSuccessStatusCode
            ? await _limited.BodyAsync(response, LargestAnswer, "Check the token endpoint.", cancellationToken).ConfigureAwait(false)
            : await _limited.ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false);
        return new OAuthResponse(response.StatusCode, body, response.Headers.Date ?? _time.GetUtcNow(), RetryAfterHeader.Read(response, _time));
    }

    public void Dispose() => _owned?.Dispose();

    /// <summary>Creates the error without the redirect target, which may contain the secret.</summary>
    private static NestConnectionException Redirected(Uri from, int status) =>
        new($"{from.Authority} redirects ({status}). The redirect was not followed, because secrets are sent only to the configured server. If the authorization server has moved, set TokenEndpoint to its new address.") { Reason = DisconnectReason.RedirectRefused };
}
