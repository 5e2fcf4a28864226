using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Nest.Sdk.Testing.Serving;

/// <summary>The TCP connection under a call, for what HTTP has no words for. What was written and flushed before is on the wire.</summary>
internal sealed class ClientConnection(HttpContext context)
{
    /// <summary>No more bytes from here, in good order (FIN). Whatever ASP.NET still has to say falls on deaf ears.</summary>
    public void Close()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The other side was faster.
        }
    }

    /// <summary>RST: Kestrel does so when an application gives a connection up.</summary>
    public void Reset() => context.Abort();

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await Socket.SendAsync(bytes, SocketFlags.None, cancellationToken).ConfigureAwait(false)..];
        }
    }

    private Socket Socket => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
