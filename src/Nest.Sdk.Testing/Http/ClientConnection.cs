using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Nest.Sdk.Testing.Http;

/// <summary>
/// The TCP connection under a call, for what HTTP cannot express. What was flushed before is on the wire.
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
            // The client was faster.
        }
    }

    /// <summary>
    /// Waits until the client of a connection that was closed here has disconnected. Otherwise Kestrel would complete
    /// the response, fail, and reset.
    /// </summary>
    public static async Task LingerAsync(HttpContext context, CancellationToken ending)
    {
        if (context.Features.Get<ClientConnection>() is not null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Abort();
        }
    }

    /// <summary>RST: Kestrel sends one when an application aborts a connection.</summary>
    public void Reset() => context.Abort();

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await Socket.SendAsync(bytes, SocketFlags.None, cancellationToken).ConfigureAwait(false)..];
    }

    private Socket Socket => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
