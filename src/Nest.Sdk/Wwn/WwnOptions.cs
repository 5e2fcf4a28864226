namespace Nest.Sdk.Wwn;

/// <summary>
/// Settings of a client that uses Works with Nest. Set by <see cref="NestClientOptions.UseWwn"/>, or under <c>Wwn</c>
/// in the configuration.
/// </summary>
public sealed class WwnOptions
{
    /// <summary>
    /// The entry endpoint of the API. HTTPS, or plain HTTP to this machine only: <c>localhost</c>, 127.0.0.0/8 or
    /// [::1]. Default: Nest's own, <c>https://developer-api.nest.com/</c>, which has been switched off since
    /// 2023-09-29.
    /// </summary>
    public Uri Endpoint { get; set; } = new("https://developer-api.nest.com/");

    /// <summary>
    /// The token of the home. A string converts automatically. Default: null. Without this and
    /// <see cref="AccessTokenSource"/>, a client of a container uses the token of its account in the container's
    /// <see cref="INestTokenStore"/>; a factory throws.
    /// </summary>
    public AccessToken? AccessToken { get; set; }

    /// <summary>
    /// The source of the token when it is not fixed. See <see cref="Nest.Sdk.AccessTokenSource"/>. Default: null.
    /// </summary>
    public IAccessTokenSource? AccessTokenSource { get; set; }

    /// <summary>
    /// Further hosts to which redirects may lead, besides the endpoint's host and <c>*.nest.com</c>:
    /// <c>data.example.com</c>, or <c>*.example.com</c> for all names below. Always HTTPS. The token is sent to no
    /// other host. Default: empty.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// The time without a byte after which a stream counts as dead. Default: 75 s, two and a half keep-alives.
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits indefinitely. See
    /// docs/protocol/works-with-nest.md#ending-and-reconnecting.
    /// </summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>
    /// The timeout for the first document of a stream. Keep-alives alone would otherwise keep an attempt open
    /// indefinitely. Default: null, the same as <see cref="IdleTimeout"/>. With <see cref="Timeout.InfiniteTimeSpan"/>
    /// any byte keeps the attempt alive.
    /// </summary>
    public TimeSpan? FirstDocumentTimeout { get; set; }
}
