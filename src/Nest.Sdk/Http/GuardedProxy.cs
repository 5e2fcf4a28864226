using System.Net;

namespace Nest.Sdk.Http;

/// <summary>A proxy that never gets a token in plain text, and whose password is never quoted in an error.</summary>
/// <remarks>
/// Plain HTTP is for this machine only, but .NET sends it, with the token, to the <c>http_proxy</c> of the environment,
/// and <see cref="WebProxy"/> does the same. .NET also quotes the proxy's whole address in the error of a refused
/// tunnel. The user in the address is not needed: .NET asks <see cref="Credentials"/>.
/// </remarks>
/// <param name="own">The proxy of the handler. Null means the system's proxy.</param>
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

    private static bool IsDirect(Uri destination) => destination.Scheme == Uri.UriSchemeHttp && LoopbackAddress.Matches(destination);
}
