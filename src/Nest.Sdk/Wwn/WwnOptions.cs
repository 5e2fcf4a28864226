namespace Nest.Sdk.Wwn;

/// <summary>Settings of a client that talks to Works with Nest. Set by <see cref="NestClientOptions.UseWwn"/>, or under <c>Wwn</c> in configuration.</summary>
public sealed class WwnOptions
{
    /// <summary>The entry endpoint of the API. Default: Nest's own, <c>https://developer-api.nest.com/</c>, which has been switched off since 2023-09-29. Https, or plain http to this machine only: <c>localhost</c>, 127.0.0.0/8 or [::1].</summary>
    public Uri Endpoint { get; set; } = new("https://developer-api.nest.com/");

    /// <summary>The token of the home. A string converts implicitly. Default: null. With neither this nor <see cref="AccessTokenSource"/>, a client of a container takes the token of its account from the container's <see cref="INestTokenStore"/>; a factory refuses.</summary>
    public AccessToken? AccessToken { get; set; }

    /// <summary>Where the token comes from when it is not fixed: see <see cref="Nest.Sdk.AccessTokenSource"/>. Default: null.</summary>
    public IAccessTokenSource? AccessTokenSource { get; set; }

    /// <summary>Further hosts that redirects may lead to, besides the endpoint's own and <c>*.nest.com</c>: <c>data.example.com</c>, or <c>*.example.com</c> for all names below. Always https. Default: none. The token goes to no other host.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>How long a stream may bring no byte before it counts as dead. Default: 75 s, two and a half keep-alives. See docs/protocol/works-with-nest.md#ending-and-reconnecting. <see cref="Timeout.InfiniteTimeSpan"/> waits forever.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>How long a stream may take to bring its first document, whatever else it brings: keep-alives alone would hold an attempt forever. Default: null, as long as <see cref="IdleTimeout"/>. With <see cref="Timeout.InfiniteTimeSpan"/> any byte keeps the attempt alive.</summary>
    public TimeSpan? FirstDocumentTimeout { get; set; }
}
