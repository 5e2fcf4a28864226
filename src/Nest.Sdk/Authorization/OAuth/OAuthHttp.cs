using System.Net;
using Nest.Sdk.Http;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>The connection to the authorization server: no factory, and so no loggers of one; no traces; no redirects; each call is one request.</summary>
internal sealed class OAuthHttp : IDisposable
{
    private const int LargestAnswer = 64 * 1024;

    private readonly HttpMessageInvoker _http;
    private readonly LimitedHttp _limited;
    private readonly TimeProvider _time;

    public OAuthHttp(TimeSpan connectTimeout, TimeSpan responseTimeout, Action<SocketsHttpHandler>? configure, TimeProvider time)
    {
        var response = TimerLimit.Of(responseTimeout);
        _limited = new LimitedHttp(new HttpLimits(TimerLimit.Of(connectTimeout), response, response), time);
        _time = time;
        // As for a stream: a connection of its own, and no second request when the server closes the first without an answer.
        var sockets = NestSocketsHandler.CreateForStreams();
        configure?.Invoke(sockets);
        PrimaryHandlerRules.Apply(sockets, isForStreams: true);
        // Without a propagator .NET makes no activity of the request at all, whose tags would hold the path.
        sockets.ActivityHeadersPropagator = null;
        _http = new HttpMessageInvoker(new SecretPathHandler(new ConnectLimitHandler(new OneConnectionHandler(sockets))));
    }

    /// <exception cref="NestException">There was no whole answer, or a redirect.</exception>
    public async Task<OAuthAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        using var response = await _limited.SendAsync(_http, request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode is >= 300 and < 400)
            throw Redirected(request.RequestUri!, (int)response.StatusCode);
        var body = response.IsSuccessStatusCode
            ? await _limited.BodyAsync(response, LargestAnswer, "Is the token endpoint right?", cancellationToken).ConfigureAwait(false)
            : await _limited.ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false);
        return new OAuthAnswer(response.StatusCode, body, response.Headers.Date ?? _time.GetUtcNow(), RetryAfterHeader.Read(response, _time));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The target is not part of the message: the server may have put the secret there.</summary>
    private static NestConnectionException Redirected(Uri from, int status) =>
        new($"{from.Authority} redirects ({status}). A secret goes to the configured server alone, so nothing was sent there. If the authorization server has moved, set TokenEndpoint to where it is.") { Reason = DisconnectReason.RedirectRefused };
}
