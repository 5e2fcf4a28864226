namespace Nest.Sdk.Http;

/// <summary>How long the connection for a request may take to come about. Travels with the request, because clients with different limits share one handler.</summary>
/// <param name="limit">How long.</param>
/// <param name="time">The clock.</param>
/// <param name="headers">Whom the connection tells of its bytes; null when nobody asks.</param>
internal sealed class ConnectLimit(TimeSpan limit, TimeProvider time, HeaderLife? headers = null)
{
    public static readonly HttpRequestOptionsKey<ConnectLimit> Option = new("Nest.Sdk.ConnectLimit");

    /// <summary>The clock of the request.</summary>
    public TimeProvider Time => time;

    /// <exception cref="TimeoutException">No connection came about in time.</exception>
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
