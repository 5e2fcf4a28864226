namespace Nest.Sdk.Http;

/// <summary>Sends requests and reads bodies within limits of time and size, and turns whatever goes wrong into an error of ours.</summary>
internal sealed class LimitedHttp(HttpLimits limits, TimeProvider time)
{
    private const int LargestErrorBody = 64 * 1024;

    /// <returns>The answer, whatever its status, of which only the headers have been read.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Response, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var headers = limits.SlowHeaders is { } longest ? new HeaderLife(limit, limits.Response, longest, time) : null;
        request.Options.Set(ConnectLimit.Option, new ConnectLimit(limits.Connect, time, headers));
        try
        {
            return await http.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new NestConnectionException($"The Nest server did not answer within {TimeText.Seconds(limits.Response)}{(limits.SlowHeaders is null ? "" : ", or its answer came too slowly")}.", error) { Reason = DisconnectReason.ResponseTimeout };
        }
        catch (Exception error) when (error is not NestException)
        {
            throw HttpFailures.Translate(error, cancellationToken);
        }
    }

    /// <summary>Reads a body, but not without end: neither in bytes nor in time, however busily it drips.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="advice">What to do when there are more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
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
            throw new NestConnectionException($"The answer did not come whole within {TimeText.Seconds(limits.Response)} of its headers. Raise ResponseTimeout if the link is that slow.", error) { Reason = DisconnectReason.ResponseTimeout };
        }

        return body.Length <= limit
            ? body.ToArray()
            : throw new NestProtocolException($"The answer is larger than {limit} bytes. {advice}");
    }

    /// <summary>Reads what comes of an error's body in time. The status stands already: a body that never comes, or drips, must neither hide it nor hold it up.</summary>
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
            // What has come so far must do.
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
