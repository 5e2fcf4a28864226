using System.Net;
using System.Net.Sockets;

namespace Nest.Sdk.Tests.Tools;

/// <summary>Finds a port that is currently free.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
