namespace Nest.Sdk.Http;

/// <summary>What every connection of ours needs, whoever made the handler.</summary>
internal static class NestSocketsHandler
{
    /// <summary>A moved data host is found again within this time, because connections are not kept longer.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        return handler;
    }

    public static void Configure(SocketsHttpHandler handler)
    {
        Guard(handler);
        // Without it the 101st stream to one origin hangs, and so does every write behind it.
        handler.EnableMultipleHttp2Connections = true;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.ConnectCallback ??= ConnectLimit.ConnectAsync;
    }

    /// <summary>Redirects are followed by the allow-list and nowhere else; cookies of one home must not reach another.</summary>
    public static void Guard(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                sockets.AllowAutoRedirect = false;
                sockets.UseCookies = false;
                break;
            case HttpClientHandler client:
                client.AllowAutoRedirect = false;
                client.UseCookies = false;
                break;
        }
    }
}
