using System.Net;
using System.Net.Sockets;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>
/// Listens on this machine for the browser. Uses plain sockets: <see cref="HttpListener"/> needs a URL reservation on
/// Windows, and a web server is too heavy for a library.
/// </summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    /// <summary>More than a browser opens. Limits what a client that floods the port can use.</summary>
    private const int MostConnections = 64;

    /// <summary>
    /// The wait after a failed accept. Accepting fails when the system is short of resources, and would fail again at
    /// once.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<TcpListener> _listeners;
    private readonly Func<CallbackRequest?, Task<CallbackPage>> _answer;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _connections = [];
    private readonly Task _accepting;

    private LoopbackListener(List<TcpListener> listeners, Func<CallbackRequest?, Task<CallbackPage>> answer, TimeProvider time)
    {
        (_listeners, _answer, _time) = (listeners, answer, time);
        _accepting = Task.WhenAll(listeners.Select(AcceptAsync));
    }

    /// <summary>The port that is used.</summary>
    public int Port => ((IPEndPoint)_listeners[0].LocalEndpoint).Port;

    /// <param name="address">
    /// The address that the browser requests: plain HTTP on this machine. Port 0, with an IP address, means a free one.
    /// </param>
    /// <param name="answer">Returns the page for each request; a null request could not be read.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="NestAuthorizationException">The port is not available.</exception>
    public static LoopbackListener Start(Uri address, Func<CallbackRequest?, Task<CallbackPage>> answer, TimeProvider time)
    {
        var listeners = new List<TcpListener>();
        try
        {
            foreach (var ip in Addresses(address))
            {
                if (Listen(ip, address.Port) is { } listener)
                    listeners.Add(listener);
            }

            if (listeners.Count == 0)
                throw new SocketException((int)SocketError.AddressNotAvailable);
            return new LoopbackListener(listeners, answer, time);
        }
        catch (SocketException error)
        {
            listeners.ForEach(static listener => listener.Dispose());
            throw new NestAuthorizationException($"Port {address.Port} of this machine is not available: {error.SocketErrorCode}. Stop the program that uses it, or register and set another RedirectUri with a port above 1023.", error) { Failure = NestAuthorizationFailure.ListenerUnavailable };
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listeners.ForEach(static listener => listener.Dispose());
        await _stop.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        Task[] left;
        lock (_gate)
            left = [.. _connections];
        await Task.WhenAll(left).ConfigureAwait(false);
        _stop.Dispose();
    }

    /// <summary>
    /// Gets both loopback addresses. Browsers use either for <c>localhost</c>, and a program that listens on the other
    /// one would receive the code.
    /// </summary>
    private static IEnumerable<IPAddress> Addresses(Uri address)
    {
        if (address.HostNameType != UriHostNameType.Dns)
            return [IPAddress.Parse(address.IdnHost)];
        return Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];
    }

    /// <returns>The listener. Null when the machine has no such address.</returns>
    private static TcpListener? Listen(IPAddress ip, int port)
    {
        // Exclusive: otherwise, on Windows, another program could listen on the same port and receive the code.
        var listener = new TcpListener(ip, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException error)
        {
            listener.Dispose();
            if (ip.Equals(IPAddress.IPv6Loopback) && error.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
                return null;
            throw;
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Serve(await listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false));
            }
            catch (Exception error) when (error is SocketException && !_stop.IsCancellationRequested)
            {
                await Task.Delay(Pause, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The listener was stopped.
            }
        }
    }

    private void Serve(Socket socket)
    {
        lock (_gate)
        {
            if (_connections.Count >= MostConnections)
            {
                socket.Dispose();
                return;
            }

            var serving = new LoopbackConnection(socket, _answer, _time).ServeAsync(_stop.Token);
            _connections.Add(serving);
            _ = serving.ContinueWith(Remove, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Remove(Task served)
    {
        lock (_gate)
            _connections.Remove(served);
    }
}
