using Nest.Sdk.Http;

namespace Nest.Sdk.Wwn;

/// <summary>Sends one request of the data API, and turns a refusal into an error of ours.</summary>
/// <param name="http">The way out.</param>
/// <param name="settings">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="slowHeaders">How long headers may take of which now and then a byte comes; null sets no limit of its own.</param>
internal sealed class WwnHttp(HttpMessageInvoker http, WwnSettings settings, TimeProvider time, TimeSpan? slowHeaders = null)
{
    private readonly LimitedHttp _http = new(new HttpLimits(settings.ConnectTimeout, settings.ResponseTimeout, settings.IdleTimeout) { SlowHeaders = slowHeaders }, time);

    /// <returns>A successful answer, of which only the headers have been read.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        var response = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw WwnErrors.FromAnswer(response, await ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false), token, time);
    }

    public Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        _http.BodyAsync(response, settings.MaxDocumentBytes, "Raise MaxDocumentBytes if that is right.", cancellationToken);

    public Task<byte[]> ErrorBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) => _http.ErrorBodyAsync(response, cancellationToken);

    /// <summary>Where a redirect was followed the address is that of the server that failed.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(http, request, cancellationToken).ConfigureAwait(false);
        }
        catch (NestConnectionException error)
        {
            throw SwitchedOff.Explain(error, request.RequestUri!);
        }
    }
}
