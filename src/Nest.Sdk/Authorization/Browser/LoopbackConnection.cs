using System.Net.Sockets;
using System.Text;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>Serves one connection of the browser: one request, one page. A failure ends this connection only.</summary>
internal sealed class LoopbackConnection(Socket socket, Func<CallbackRequest?, Task<CallbackPage>> answer, TimeProvider time)
{
    /// <summary>Ten times what browsers send.</summary>
    private const int LargestHead = 16 * 1024;

    /// <summary>
    /// Browsers open connections in advance and send nothing on them, and any client may send slowly.
    /// </summary>
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The time for the browser to read the page and close. Closing a socket with unread bytes resets the connection
    /// before the page is shown.
    /// </summary>
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);

    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        // Leave the accepting thread and its lock.
        await Task.Yield();
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: true);
            var head = await LimitedAsync(ReadLimit, stop => HeadAsync(stream, stop), cancellationToken).ConfigureAwait(false);
            if (head is { Length: 0 })
                return;
            // The page waits for the exchange, which has its own timeouts. The end of the flow does not cancel it,
            // because this page shows the result.
            var page = await answer(head is null ? null : CallbackRequest.Parse(head)).ConfigureAwait(false);
            await LimitedAsync(WriteLimit, stop => FinishAsync(stream, page, stop), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Reset, silent or cancelled.
        }
    }

    private async Task<T> LimitedAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        return await work(either.Token).ConfigureAwait(false);
    }

    /// <returns>The head. Empty when the connection was closed without one; null when it is too long.</returns>
    private static async Task<string?> HeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestHead];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return "";
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0 || buffer.AsSpan(0, length).IndexOf("\n\n"u8) >= 0)
                return Encoding.Latin1.GetString(buffer, 0, length);
        }

        return null;
    }

    private async Task<bool> FinishAsync(NetworkStream stream, CallbackPage page, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(page.ToBytes(), cancellationToken).ConfigureAwait(false);
        socket.Shutdown(SocketShutdown.Send);
        var rest = new byte[4096];
        while (await stream.ReadAsync(rest, cancellationToken).ConfigureAwait(false) > 0)
        {
            // Discard the rest of the request.
        }

        return true;
    }
}
