using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Nest.Sdk.Tests.Tools;

/// <summary>A server on loopback whose bytes the test controls.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<RawPeer> _accepted = Channel.CreateUnbounded<RawPeer>();
    private readonly List<RawPeer> _peers = [];
    private readonly Task _accepting;

    public RawServer()
    {
        _listener.Start();
        Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>How many connections have been accepted.</summary>
    public int Connections
    {
        get
        {
            lock (_peers)
                return _peers.Count;
        }
    }

    public async Task<RawPeer> AcceptNextAsync() => await _accepted.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);

    /// <summary>Accepts a connection and reads its first request.</summary>
    public async Task<(RawPeer Peer, string Request)> NextRequestAsync()
    {
        var peer = await AcceptNextAsync();
        return (peer, await peer.RequestAsync() ?? throw new InvalidOperationException("The client closed the connection without a request."));
    }

    /// <summary>Accepts a connection and answers its request with an open event stream.</summary>
    public async Task<RawPeer> OpenStreamAsync()
    {
        var (peer, _) = await NextRequestAsync();
        await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        return peer;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_peers)
            _peers.ForEach(peer => peer.Close());
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var peer = new RawPeer(await _listener.AcceptSocketAsync(_stop.Token));
            lock (_peers)
                _peers.Add(peer);
            _accepted.Writer.TryWrite(peer);
        }
    }
}

/// <summary>One accepted connection.</summary>
internal sealed class RawPeer(Socket socket)
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>Reads one request without its body; null when the client closed the connection.</summary>
    public async Task<string?> RequestAsync()
    {
        var text = new StringBuilder();
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(_buffer, SocketFlags.None).WaitAsync(Patience.Limit);
            if (read == 0)
                return null;
            text.Append(Encoding.Latin1.GetString(_buffer, 0, read));
        }

        return text.ToString();
    }

    /// <summary>Reads one request and its body, using its Content-Length.</summary>
    public async Task<string?> WholeRequestAsync()
    {
        if (await RequestAsync() is not { } text)
            return null;
        var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var length = text.Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
        while (text.Length < body + length)
        {
            var read = await socket.ReceiveAsync(_buffer, SocketFlags.None).WaitAsync(Patience.Limit);
            text += read > 0 ? Encoding.Latin1.GetString(_buffer, 0, read) : throw new InvalidOperationException("The client closed the connection within a request.");
        }

        return text;
    }

    /// <summary>Waits until the client has closed the connection.</summary>
    public async Task ClosedAsync()
    {
        try
        {
            while (await socket.ReceiveAsync(_buffer, SocketFlags.None).WaitAsync(Patience.Limit) > 0)
            {
                // Discards further data.
            }
        }
        catch (SocketException)
        {
            // Reset: also closed.
        }
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await socket.SendAsync(bytes, SocketFlags.None);

    /// <summary>Sends text as one chunk of a chunked body.</summary>
    public Task ChunkAsync(string text) => SendAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    /// <summary>Sends a put of the whole document.</summary>
    public Task PutAsync(string document) => ChunkAsync($"event: put\ndata: {{\"path\":\"/\",\"data\":{document}}}\n\n");

    /// <summary>Ends a chunked body as HTTP requires. The connection stays open.</summary>
    public Task EndChunksAsync() => SendAsync("0\r\n\r\n");

    public Task AnswerAsync(string status, string body, string contentType = "application/json", string headers = "") =>
        SendAsync($"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public void Close() => socket.Dispose();

    /// <summary>Ends the sending side, and nothing else.</summary>
    public void End() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Closes with a reset instead of a regular end.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }
}
