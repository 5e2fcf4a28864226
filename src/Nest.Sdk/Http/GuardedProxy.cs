using System.Net;

namespace Nest.Sdk.Http;

/// <summary>A proxy that never sees a token in the clear, and whose password no error quotes.</summary>
/// <remarks>
/// Plain http goes to this machine only, but .NET sends it by <c>http_proxy</c> of the environment, token and all, and <see cref="WebProxy"/> does so too.
/// And .NET writes the proxy's whole address into the error of a tunnel that is refused. The user in it is not needed: .NET asks <see cref="Credentials"/>.
/// </remarks>
/// <param name="own">The proxy of the handler; null means the system's.</param>
internal sealed class GuardedProxy(IWebProxy? own) : IWebProxy
{
    private IWebProxy Inner => own ?? HttpClient.DefaultProxy;

    public ICredentials? Credentials
    {
        get => Inner.Credentials;
        set => Inner.Credentials = value;
    }

    public Uri? GetProxy(Uri destination)
    {
        if (IsDirect(destination) || Inner.GetProxy(destination) is not { } proxy)
            return null;
        return proxy.UserInfo.Length == 0 ? proxy : new UriBuilder(proxy) { UserName = "", Password = "" }.Uri;
    }

    public bool IsBypassed(Uri host) => IsDirect(host) || Inner.IsBypassed(host);

    private static bool IsDirect(Uri destination) => destination.Scheme == Uri.UriSchemeHttp && ThisMachine.IsAt(destination);
}
