namespace Nest.Sdk.Http;

/// <summary>
/// Sends requests and reads bodies within limits of time and size, and converts every failure into one of our
/// exceptions.
/// </summary>
internal sealed class LimitedHttp(HttpTimeouts limits, TimeProvider time)
{
    private const int LargestErrorBody = 64 * 1024;

    /// <returns>The response, with any status, of which only the headers have been read.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Response, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var headers = limits.SlowHeaders is { } longest ? new HeaderTimeout(limit, limits.Response, longest, time) : null;
        request.Options.Set(ConnectTimeout.Option, new ConnectTimeout(limits.Connect, time, headers));
        try
        {
            return await http.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new NestConnectionException($"The Nest server did not respond within {TimeText.Seconds(limits.Response)}{(limits.SlowHeaders is null ? "" : ", or its response was too slow")}.", error) { Reason = DisconnectReason.ResponseTimeout };
        }
        catch (Exception error) when (error is not NestException)
        {
            throw HttpFailures.Translate(error, cancellationToken);
        }
    }

    /// <summary>Reads a body, limited in bytes and in time even while bytes arrive.</summary>
    /// <param name="response">The response.</param>
    /// <param name="limit">The largest number of bytes.</param>
    /// <param name="advice">The remedy when there are more.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<byte[]> BodyAsync(HttpResponseMessage response, int limit, string advice, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limits.Response, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var body = new MemoryStream();
        try
        {
            await ReadAsync(response, body, limit, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new NestConnectionException($"The response body was not complete within {TimeText.Seconds(limits.Response)} of its headers. Raise ResponseTimeout if the link is that slow.", error) { Reason = DisconnectReason.ResponseTimeout };
        }

        return body.Length <= limit
            ? body.ToArray()
            : throw new NestProtocolException($"The response is larger than {limit} bytes. {advice}");
    }

    /// <summary>
    /// Reads what arrives of an error's body in time. The status is known already, and a body that never comes or is
    /// slow must neither hide nor delay it.
    /// </summary>
    public async Task<byte[]> ErrorBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limits.Response, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var body = new MemoryStream();
        try
        {
            await ReadAsync(response, body, LargestErrorBody, either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is NestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Use what has arrived so far.
        }

        return body.ToArray();
    }

    private async Task ReadAsync(HttpResponseMessage response, MemoryStream body, int limit, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using var watched = new IdleTimeoutStream(stream, limits.Idle, time, static () => { }, cancellationToken);
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await watched.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0 && body.Length <= limit)
                body.Write(buffer, 0, read);
        }
        catch (Exception error) when (error is not NestException)
        {
            throw HttpFailures.Translate(error, cancellationToken);
        }
    }
}
