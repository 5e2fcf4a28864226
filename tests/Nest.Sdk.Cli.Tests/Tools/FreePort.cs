using System.Net;
using System.Net.Sockets;

namespace Nest.Sdk.Cli.Tests.Tools;

/// <summary>
/// Finds a port that is currently free, below those that systems give to servers and clients that ask for any port:
/// another test could get one of those before the port is used.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Other processes run tests too.
    private static int _last = Environment.ProcessId * 97 % Count;

    public static int Find()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // The next one.
            }
        }
    }
}
