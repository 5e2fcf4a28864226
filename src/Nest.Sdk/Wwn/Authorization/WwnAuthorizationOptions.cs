namespace Nest.Sdk.Wwn;

/// <summary>Settings of <see cref="WwnAuthorization"/>: the product (OAuth client) and where its authorization servers are. Read once.</summary>
public sealed class WwnAuthorizationOptions
{
    /// <summary>The client id (product id) from the developer console; needed for the page and for an exchange. Default: null.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client secret (product secret) from the developer console; needed for an exchange. A string converts automatically. Default: null.</summary>
    public ClientSecret? ClientSecret { get; set; }

    /// <summary>The redirect URI, spelled as it is registered for the client. Default: null, which suits a client registered for PINs, and one with a single URI whose codes you receive yourself. <see cref="WwnAuthorization.AuthorizeInBrowserAsync"/> needs plain http to this machine with a port, such as <c>http://localhost:7777/nest</c>.</summary>
    public Uri? RedirectUri { get; set; }

    /// <summary>The consent page. Default: Nest's own, <c>https://home.nest.com/login/oauth2</c>, which has been switched off since 2023-09-29. Https, or plain http to this machine.</summary>
    public Uri AuthorizationEndpoint { get; set; } = new("https://home.nest.com/login/oauth2");

    /// <summary>Where PINs and codes become tokens. Default: Nest's own, <c>https://api.home.nest.com/oauth2/access_token</c>. Https, or plain http to this machine. Tokens are revoked beside it, at <c>access_tokens/TOKEN</c>. Redirects are not followed.</summary>
    public Uri TokenEndpoint { get; set; } = new("https://api.home.nest.com/oauth2/access_token");

    /// <summary>How long a connection may take to come about. Default: 15 s. <see cref="Timeout.InfiniteTimeSpan"/> leaves it to <see cref="ResponseTimeout"/>.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the headers of an answer may take, connecting included, and the body as long again. Default: 30 s. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Sets a proxy or certificates on the handler below, once, before its first request. Redirects, cookies and the headers of traces stay off whatever it sets. Default: null.</summary>
    public Action<SocketsHttpHandler>? ConfigureHandler { get; set; }
}
