namespace Nest.Sdk.Http;

/// <summary>
/// The timeout for opening the connection of a request. Part of the request, because clients with different timeouts
/// share one handler.
/// </summary>
/// <param name="limit">The timeout.</param>
/// <param name="time">The clock.</param>
/// <param name="headers">Gets notice of the bytes of the connection. Null when they are not watched.</param>
internal sealed class ConnectTimeout(TimeSpan limit, TimeProvider time, HeaderTimeout? headers = null)
{
    public static readonly HttpRequestOptionsKey<ConnectTimeout> Option = new("Nest.Sdk.ConnectTimeout");

    /// <summary>The clock of the request.</summary>
    public TimeProvider Time => time;

    /// <exception cref="TimeoutException">No connection was opened in time.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> connect, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var connection = await connect(context, either.Token).ConfigureAwait(false);
            return headers is null ? connection : new WatchedConnection(connection, headers);
        }
        catch (OperationCanceledException error) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No connection to {context.DnsEndPoint.Host}:{context.DnsEndPoint.Port} within {TimeText.Seconds(limit)}.", error);
        }
    }
}
