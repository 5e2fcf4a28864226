using Nest.Sdk.Http;

namespace Nest.Sdk.Wwn;

/// <summary>Sends one request of the data API, and turns a refusal into an error of ours.</summary>
internal sealed class WwnHttp(WwnSettings settings, TimeProvider time)
{
    private readonly LimitedHttp _http = new(new HttpLimits(settings.ConnectTimeout, settings.ResponseTimeout, settings.IdleTimeout), time);

    /// <returns>A successful answer, of which only the headers have been read.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http, HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        var response = await _http.SendAsync(http, request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw WwnErrors.FromAnswer(response, await ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false), token, time);
    }

    public Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        _http.BodyAsync(response, settings.MaxDocumentBytes, "Raise MaxDocumentBytes if that is right.", cancellationToken);

    public Task<byte[]> ErrorBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) => _http.ErrorBodyAsync(response, cancellationToken);
}
