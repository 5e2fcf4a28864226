using ConnectCallback = System.Func<System.Net.Http.SocketsHttpConnectionContext, System.Threading.CancellationToken, System.Threading.Tasks.ValueTask<System.IO.Stream>>;

namespace Nest.Sdk.Http;

/// <summary>
/// Opens the connections of a sockets handler: one per attempt of the stream, within the request's timeout.
/// </summary>
/// <param name="own">The user's callback. Null means the default connect.</param>
internal sealed class Connector(ConnectCallback? own)
{
    /// <summary>Wraps the user's callback. Once only, because a handler may serve several clients.</summary>
    public static void Install(SocketsHttpHandler handler)
    {
        if (handler.ConnectCallback?.Target is not Connector)
            handler.ConnectCallback = new Connector(handler.ConnectCallback).ConnectAsync;
    }

    private ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        OneConnectionHandler.Admit(context.InitialRequestMessage);
        var limit = ConnectTimeoutHandler.For(context.InitialRequestMessage);
        var connect = own ?? ((to, stop) => AddressRace.OfSockets.ConnectAsync(to.DnsEndPoint, limit?.Time ?? TimeProvider.System, stop));
        return limit is null ? connect(context, cancellationToken) : limit.ConnectAsync(context, connect, cancellationToken);
    }
}
