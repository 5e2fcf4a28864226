using System.Net;

namespace Nest.Sdk.Http;

/// <summary>Applies our rules to the primary handler, ours or the user's, where its type allows it.</summary>
internal static class PrimaryHandlerRules
{
    /// <exception cref="InvalidOperationException">
    /// The handler can no longer be changed, and has a forbidden setting.
    /// </exception>
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
        // The HTTP factory refuses a handler that has started, but does not see one below another. A started handler
        // accepts no change, not even to the same value.
        if (IsStarted(() => handler.UseCookies = handler.UseCookies))
        {
            ThrowIf(handler.AllowAutoRedirect || handler.UseCookies);
            return;
        }

        // Redirects are followed by the allow-list only; cookies of one home must not reach another.
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
            throw new InvalidOperationException("The primary handler of the Nest client has already sent requests with AllowAutoRedirect or UseCookies enabled, and can no longer be changed. Use a new handler, or one with AllowAutoRedirect and UseCookies set to false.");
    }
}
