using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Nest.Sdk.Scale;

/// <summary>Reads the part of a request that this server needs: the token of the home.</summary>
internal static class RequestHead
{
    public const string TokenStart = "c.home-";

    public static async Task<int> ReadHomeAsync(Socket socket)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
                throw new InvalidOperationException("A request was incomplete.");
            length += read;
        }

        var head = Encoding.ASCII.GetString(buffer, 0, length);
        var start = head.IndexOf(TokenStart, StringComparison.Ordinal) + TokenStart.Length;
        return int.Parse(head.AsSpan(start, head.IndexOf('\r', start) - start), CultureInfo.InvariantCulture);
    }
}
