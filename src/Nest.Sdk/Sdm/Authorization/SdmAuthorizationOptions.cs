namespace Nest.Sdk.Sdm;

/// <summary>
/// Settings of <see cref="SdmAuthorization"/>: the Device Access project, its OAuth client, and the addresses of
/// Google's servers. Read once.
/// </summary>
public sealed class SdmAuthorizationOptions
{
    /// <summary>
    /// The project id of the Device Access Console, a UUID. Not the id of the Google Cloud project. Required for the
    /// page. Default: null.
    /// </summary>
    public string? ProjectId { get; set; }

    /// <summary>
    /// The OAuth client id of the Google Cloud project, the one that is entered in the Device Access project. Required
    /// for the page and for an exchange. Default: null.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The OAuth client secret. Required for an exchange. A string converts automatically. Do not store it in source
    /// code. Default: null.
    /// </summary>
    public ClientSecret? ClientSecret { get; set; }

    /// <summary>
    /// The redirect URI, exactly as registered for the OAuth client. Sent as written. Default: null. Then
    /// <see cref="SdmAuthorization.AuthorizeInBrowserAsync"/> uses <c>http://127.0.0.1:PORT/</c> with a free port, and
    /// other methods throw. When the user copies the address from the browser, use a registered URI such as
    /// <c>https://www.google.com</c>. See docs/protocol/smart-device-management.md#redirects.
    /// </summary>
    public Uri? RedirectUri { get; set; }

    /// <summary>
    /// The scopes to ask for, from <see cref="SdmScopes"/>. An exchange fails when the user does not grant all of them.
    /// Default: <see cref="SdmScopes.Service"/>.
    /// </summary>
    public IReadOnlyList<string> Scopes { get; set; } = [SdmScopes.Service];

    /// <summary>
    /// Whether to protect the code with PKCE (RFC 7636, S256). Default: false, because no source says that Google
    /// accepts it on this page.
    /// </summary>
    public bool UsePkce { get; set; }

    /// <summary>
    /// The address of the consent page without the project id. HTTPS, or plain HTTP to this machine only. Default:
    /// <c>https://nestservices.google.com/partnerconnections/</c>.
    /// </summary>
    public Uri AuthorizationEndpoint { get; set; } = new("https://nestservices.google.com/partnerconnections/");

    /// <summary>
    /// The address that exchanges codes for tokens. HTTPS, or plain HTTP to this machine only. Default:
    /// <c>https://oauth2.googleapis.com/token</c>. Tokens are revoked at the same address with <c>revoke</c> as its
    /// last segment. Redirects are not followed.
    /// </summary>
    public Uri TokenEndpoint { get; set; } = new("https://oauth2.googleapis.com/token");

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
