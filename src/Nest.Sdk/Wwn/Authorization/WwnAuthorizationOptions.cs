namespace Nest.Sdk.Wwn;

/// <summary>
/// Settings of <see cref="WwnAuthorization"/>: the product (OAuth client) and the addresses of the authorization
/// servers. Read once.
/// </summary>
public sealed class WwnAuthorizationOptions
{
    /// <summary>
    /// The client id (product id) from the developer console. Required for the page and for an exchange. Default: null.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The client secret (product secret) from the developer console. Required for an exchange. A string converts
    /// automatically. Default: null.
    /// </summary>
    public ClientSecret? ClientSecret { get; set; }

    /// <summary>
    /// The redirect URI, exactly as registered for the client. Default: null, for a client registered for PINs, and for
    /// one with a single URI whose codes the program receives itself.
    /// <see cref="WwnAuthorization.AuthorizeInBrowserAsync"/> requires plain HTTP on this machine with a port, such as
    /// <c>http://localhost:7777/nest</c>.
    /// </summary>
    public Uri? RedirectUri { get; set; }

    /// <summary>
    /// The consent page. HTTPS, or plain HTTP to this machine. Default: Nest's own,
    /// <c>https://home.nest.com/login/oauth2</c>, which has been switched off since 2023-09-29.
    /// </summary>
    public Uri AuthorizationEndpoint { get; set; } = new("https://home.nest.com/login/oauth2");

    /// <summary>
    /// The endpoint that exchanges PINs and codes for tokens. HTTPS, or plain HTTP to this machine. Default: Nest's
    /// own, <c>https://api.home.nest.com/oauth2/access_token</c>. Tokens are revoked at the sibling path
    /// <c>access_tokens/TOKEN</c>. Redirects are not followed.
    /// </summary>
    public Uri TokenEndpoint { get; set; } = new("https://api.home.nest.com/oauth2/access_token");

    /// <summary>
    /// The timeout for opening a connection. Default: 15 s. With <see cref="Timeout.InfiniteTimeSpan"/> only
    /// <see cref="ResponseTimeout"/> applies.
    /// </summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The timeout for the headers of a response, including connecting, and again for the body. Default: 30 s.
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits indefinitely.
    /// </summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Configures the HTTP handler, for example with a proxy or certificates, once, before its first request.
    /// Redirects, cookies and trace headers are always off. Default: null.
    /// </summary>
    public Action<SocketsHttpHandler>? ConfigureHandler { get; set; }
}
