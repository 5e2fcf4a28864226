using Nest.Sdk.Http;

namespace Nest.Sdk.Wwn;

/// <summary>Sends requests of the data API, and converts refusals into our exceptions.</summary>
/// <param name="http">The HTTP stack.</param>
/// <param name="settings">The timeouts and sizes.</param>
/// <param name="time">The clock.</param>
/// <param name="slowHeaders">
/// The timeout for headers that arrive slowly, byte by byte. Null means no separate timeout.
/// </param>
internal sealed class WwnHttp(HttpMessageInvoker http, WwnSettings settings, TimeProvider time, TimeSpan? slowHeaders = null)
{
    private readonly LimitedHttp _http = new(new HttpTimeouts(settings.ConnectTimeout, settings.ResponseTimeout, settings.IdleTimeout) { SlowHeaders = slowHeaders }, time);

    /// <returns>A successful response, of which only the headers have been read.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        var response = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw WwnErrors.FromResponse(response, await ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false), token, time);
    }

    public Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        _http.BodyAsync(response, settings.MaxDocumentBytes, "Raise MaxDocumentBytes if that size is expected.", cancellationToken);

    public Task<byte[]> ErrorBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) => _http.ErrorBodyAsync(response, cancellationToken);

    /// <summary>
    /// Sends the request. After a redirect, the address of the error is that of the server that failed.
    /// </summary>
    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(http, request, cancellationToken).ConfigureAwait(false);
        }
        catch (NestConnectionException error)
        {
            throw NestShutdown.Explain(error, request.RequestUri!);
        }
    }
}
