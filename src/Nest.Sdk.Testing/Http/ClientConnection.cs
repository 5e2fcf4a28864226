using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Nest.Sdk.Testing.Http;

/// <summary>
/// The TCP connection of a call, for operations that HTTP cannot express. Flushed bytes are already on the wire.
/// </summary>
internal sealed class ClientConnection(HttpContext context)
{
    /// <summary>
    /// Closes the sending side properly (FIN). The call must not end before its client has disconnected:
    /// <see cref="LingerAsync"/>.
    /// </summary>
    public void Close()
    {
        context.Features.Set(this);
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client has already disconnected.
        }
    }

    /// <summary>
    /// Waits until the client of a closed connection has disconnected. Otherwise Kestrel would complete the response,
    /// fail, and reset the connection.
    /// </summary>
    public static async Task LingerAsync(HttpContext context, CancellationToken ending)
    {
        if (context.Features.Get<ClientConnection>() is not null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Abort();
        }
    }

    /// <summary>Resets the connection. Kestrel sends an RST when an application aborts a connection.</summary>
    public void Reset() => context.Abort();

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await Socket.SendAsync(bytes, SocketFlags.None, cancellationToken).ConfigureAwait(false)..];
    }

    private Socket Socket => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
