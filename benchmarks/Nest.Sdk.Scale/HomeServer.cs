using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Nest.Sdk.Scale;

/// <summary>
/// Serves a stream to every client over bare sockets, so that thousands of homes fit beside the measured process.
/// </summary>
/// <remarks>
/// Prints its port. A line "put N" sends version N to all homes. The server ends when its input ends.
/// </remarks>
internal sealed class HomeServer : IDisposable
{
    private static readonly TimeSpan KeepAlivePeriod = TimeSpan.FromSeconds(30);
    private static readonly byte[] KeepAlive = [.. "event: keep-alive\ndata: null\n\n"u8];

    private readonly HomeTemplate _template = new();
    private readonly List<(int Home, Socket Stream)> _streams = [];
    private readonly SemaphoreSlim _gate = new(1, 1);

    public static async Task<int> RunAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(4096);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        using var server = new HomeServer();
        _ = server.AcceptAsync(listener);
        _ = server.KeepAliveAsync();
        while (await Console.In.ReadLineAsync() is { } line)
            await server.PutAsync(int.Parse(line["put ".Length..], CultureInfo.InvariantCulture));
        return 0;
    }

    public void Dispose() => _gate.Dispose();

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
            _ = OpenAsync(await listener.AcceptAsync());
    }

    private async Task OpenAsync(Socket socket)
    {
        socket.NoDelay = true;
        var home = await RequestHead.ReadHomeAsync(socket);
        await _gate.WaitAsync();
        try
        {
            // Without a Content-Length the response lasts as long as the connection.
            await SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"u8.ToArray());
            await SendAsync(socket, _template.For(home, 0));
            _streams.Add((home, socket));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task PutAsync(int version)
    {
        await _gate.WaitAsync();
        try
        {
            foreach (var (home, stream) in _streams)
                await SendAsync(stream, _template.For(home, version));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Spread over the period, like keep-alives of homes that connected at different times.</summary>
    private async Task KeepAliveAsync()
    {
        const int Slices = 30;
        for (var slice = 0; ; slice = (slice + 1) % Slices)
        {
            await Task.Delay(KeepAlivePeriod / Slices);
            await _gate.WaitAsync();
            for (var i = slice; i < _streams.Count; i += Slices)
                await SendAsync(_streams[i].Stream, KeepAlive);
            _gate.Release();
        }
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
                bytes = bytes[await socket.SendAsync(bytes)..];
        }
        catch (SocketException)
        {
            // This client has disconnected. The measurement is over or will notice.
        }
    }
}
