namespace Nest.Sdk;

/// <summary>Settings of one client. Read once, when the client is built: a running client does not change.</summary>
public sealed class NestClientOptions
{
    /// <summary>The front door of the Works with Nest API. Default: Nest's own, <c>https://developer-api.nest.com/</c>, which has been switched off since 2023-09-29. Https, or plain http to this machine only: <c>localhost</c>, 127.0.0.0/8 or [::1].</summary>
    public Uri Endpoint { get; set; } = new("https://developer-api.nest.com/");

    /// <summary>The token of the home. A string converts by itself. Default: null. With neither this nor <see cref="AccessTokenSource"/>, a client of a container takes the token of its account from the container's <see cref="INestTokenStore"/>; a factory refuses.</summary>
    public AccessToken? AccessToken { get; set; }

    /// <summary>Where the token comes from when it is not fixed: see <see cref="Nest.Sdk.AccessTokenSource"/>. Default: null.</summary>
    public IAccessTokenSource? AccessTokenSource { get; set; }

    /// <summary>Further hosts that redirects may lead to, besides the endpoint's own and <c>*.nest.com</c>: <c>data.example.com</c>, or <c>*.example.com</c> for all names below. Always https. Default: none. The token goes to no other host.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>How long a connection may take to come about, the name's look-up and all its addresses included, TLS excluded; behind a proxy, the connection to that. Default: 15 s. <see cref="Timeout.InfiniteTimeSpan"/> leaves it to <see cref="ResponseTimeout"/>.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the headers of an answer may take, connecting included; the whole body of a read may take as long again. The headers of a stream may take longer while bytes of them come: up to <see cref="FirstDocumentTimeout"/>. Default: 30 s, several times what a slow mobile link needs. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stream may bring no byte before it counts as dead. Default: 75 s, two and a half keep-alives (reference §6.5). <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>How long a stream may take to bring its first document, whatever else it brings: keep-alives alone would hold an attempt for ever. Default: null, as long as <see cref="IdleTimeout"/>. <see cref="Timeout.InfiniteTimeSpan"/> takes every byte for life.</summary>
    public TimeSpan? FirstDocumentTimeout { get; set; }

    /// <summary>The longest wait before the first reconnect; each further wait doubles, with jitter. Default: 1 s.</summary>
    public TimeSpan FirstReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The cap of the wait between attempts. Default: 60 s, what Nest's own client used (reference §6.5).</summary>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a stream must show life, from its first document to its last byte, before the waits start over at <see cref="FirstReconnectDelay"/>. Default: 60 s, two keep-alives. Zero: any byte after the first document is enough.</summary>
    public TimeSpan StableAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the stream stays open after the last subscriber has left. Default: 30 s, so that <c>FirstAsync</c> in a loop is one connection. Zero closes at once.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many snapshots may wait for one slow subscriber; one more ends that subscription with <see cref="NestSlowSubscriberException"/>. Default: 4,096.</summary>
    public int SubscriberQueueCapacity { get; set; } = 4096;

    /// <summary>Whether each <see cref="DataModelChange"/> carries its whole document, which costs a copy a change. Default: false.</summary>
    public bool IncludeDocument { get; set; }

    /// <summary>The largest document or event that is read, in bytes; a longer event breaks the stream. Default: 16 MiB, a thousand times a usual home.</summary>
    public int MaxDocumentBytes { get; set; } = 16 * 1024 * 1024;
}
