using System.Net;
using System.Net.Sockets;

namespace Nest.Sdk.Tests.Tools;

/// <summary>A port that neither accepts nor refuses connections, as behind a router that drops all packets.</summary>
internal sealed class DeadPort : IAsyncDisposable
{
    private readonly Socket _full;
    private readonly List<Socket> _fillers;
    private readonly List<Task> _connecting;

    /// <param name="address">An address of this machine.</param>
    /// <param name="port">Zero selects any free port.</param>
    public DeadPort(IPAddress address, int port = 0)
    {
        // A backlog of one whose connections are never accepted: further connections stay pending.
        _full = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _full.Bind(new IPEndPoint(address, port));
        _full.Listen(0);
        _fillers = [.. Enumerable.Range(0, 8).Select(_ => new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp))];
        _connecting = _fillers.ConvertAll(filler => filler.ConnectAsync(_full.LocalEndPoint!));
    }

    public int Port => ((IPEndPoint)_full.LocalEndPoint!).Port;

    /// <summary>Waits until the queue is full.</summary>
    public Task FilledAsync() => Task.WhenAny(_connecting);

    public async ValueTask DisposeAsync()
    {
        _fillers.ForEach(filler => filler.Dispose());
        foreach (var attempt in _connecting)
            await attempt.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _full.Dispose();
    }
}
