using System.Net;
using Nest.Sdk.Http;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>
/// Sends requests to the authorization server: without a client factory and its loggers, without traces, without
/// redirects, one request per call.
/// </summary>
internal sealed class OAuthHttp : IDisposable
{
    private const int LargestAnswer = 64 * 1024;

    private readonly HttpMessageInvoker _http;
    private readonly LimitedHttp _limited;
    private readonly TimeProvider _time;

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
        _http = new HttpMessageInvoker(new SecretPathHandler(new ConnectTimeoutHandler(new OneConnectionHandler(sockets))));
    }

    /// <exception cref="NestException">The response was incomplete or a redirect.</exception>
    public async Task<OAuthResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        using var response = await _limited.SendAsync(_http, request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode is >= 300 and < 400)
            throw Redirected(request.RequestUri!, (int)response.StatusCode);
        var body = response.IsSuccessStatusCode
            ? await _limited.BodyAsync(response, LargestAnswer, "Check the token endpoint.", cancellationToken).ConfigureAwait(false)
            : await _limited.ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false);
        return new OAuthResponse(response.StatusCode, body, response.Headers.Date ?? _time.GetUtcNow(), RetryAfterHeader.Read(response, _time));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Creates the error without the redirect target, which may contain the secret.</summary>
    private static NestConnectionException Redirected(Uri from, int status) =>
        new($"{from.Authority} redirects ({status}). The redirect was not followed, because secrets are sent only to the configured server. If the authorization server has moved, set TokenEndpoint to its new address.") { Reason = DisconnectReason.RedirectRefused };
}
