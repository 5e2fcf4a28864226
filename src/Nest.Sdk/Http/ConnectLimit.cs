using System.Net.Sockets;

namespace Nest.Sdk.Http;

/// <summary>How long the connection for a request may take to come about. Travels with the request, because clients with different limits share one handler.</summary>
internal sealed class ConnectLimit(TimeSpan limit, TimeProvider time)
{
    public static readonly HttpRequestOptionsKey<ConnectLimit> Option = new("Nest.Sdk.ConnectLimit");

    /// <summary>Connects as the handler itself would, within the request's limit.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        OneConnectionHandler.Admit(context.InitialRequestMessage);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (context.InitialRequestMessage.Options.TryGetValue(Option, out var own))
                await own.ConnectAsync(socket, context, cancellationToken).ConfigureAwait(false);
            else
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task ConnectAsync(Socket socket, SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No connection to {context.DnsEndPoint.Host}:{context.DnsEndPoint.Port} within {limit}.", error);
        }
    }
}
