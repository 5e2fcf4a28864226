using System.Net;

namespace Nest.Sdk.Http;

/// <summary>Holds our rules on the handler at the inner end, whoever made it, as far as its kind lets us.</summary>
internal static class PrimaryHandlerRules
{
    /// <exception cref="InvalidOperationException">It takes no change any more, and does what must not be.</exception>
    public static void Apply(HttpMessageHandler primary, bool isForStreams)
    {
        while (primary is DelegatingHandler { InnerHandler: { } inner })
            primary = inner;
        switch (primary)
        {
            case SocketsHttpHandler sockets:
                Apply(sockets, isForStreams);
                break;
            case HttpClientHandler client:
                Apply(client);
                break;
        }
    }

    private static void Apply(SocketsHttpHandler handler, bool isForStreams)
    {
        // The HTTP factory refuses one that has started, but sees none that stands below another. It takes no change, not even to the same value.
        if (IsStarted(() => handler.UseCookies = handler.UseCookies))
        {
            ThrowIf(handler.AllowAutoRedirect || handler.UseCookies);
            return;
        }

        // Redirects are followed by the allow-list and nowhere else; cookies of one home must not reach another.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.Proxy = Guarded(handler.UseProxy, handler.Proxy);
        if (isForStreams)
            NestSocketsHandler.ConfigureForStreams(handler);
        else
            NestSocketsHandler.Configure(handler);
    }

    private static void Apply(HttpClientHandler handler)
    {
        if (IsStarted(() => handler.UseCookies = handler.UseCookies))
        {
            ThrowIf(handler.AllowAutoRedirect || handler.UseCookies);
            return;
        }

        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.Proxy = Guarded(handler.UseProxy, handler.Proxy);
    }

    private static IWebProxy? Guarded(bool isUsed, IWebProxy? proxy) => !isUsed || proxy is GuardedProxy ? proxy : new GuardedProxy(proxy);

    private static bool IsStarted(Action change)
    {
        try
        {
            change();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static void ThrowIf(bool isOpen)
    {
        if (isOpen)
            throw new InvalidOperationException("The primary handler given to the Nest client has sent requests already, with automatic redirects or cookies switched on, which can no longer be switched off. Give the client a handler of its own, or one with AllowAutoRedirect and UseCookies set to false.");
    }
}
