namespace Nest.Sdk.Testing;

/// <summary>The options of a <see cref="FakeNestServer"/>. Read once, when it starts.</summary>
public sealed class FakeNestServerOptions
{
    /// <summary>
    /// The clock of keep-alives, timestamps, fan timers, rate limits and the lifetimes of PINs, codes and tokens.
    /// Default: the system clock. A fake clock makes tests fast.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The front port, for programs that must know it in advance. Default: 0, a free port, so that parallel tests do
    /// not collide. The data port is always a free port.
    /// </summary>
    public int Port { get; set; }

    /// <summary>
    /// Whether the front port redirects data calls to the data port with a 307. Default: true, as with Nest. See
    /// docs/protocol/works-with-nest.md#redirects.
    /// </summary>
    public bool Redirect { get; set; } = true;

    /// <summary>
    /// How long a stream is silent before it gets a <c>keep-alive</c>. Default: 30 s, as with Nest. At most 49 days.
    /// See docs/protocol/works-with-nest.md#stream-events.
    /// </summary>
    public TimeSpan KeepAlivePeriod { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The maximum number of bytes in the queue of a stream whose client does not read. A stream that exceeds it is
    /// reset, and <see cref="RecordedRequest.Note"/> of its request says so. A single event may be longer. Default:
    /// 67,108,864 (64 MiB). At least 1.
    /// </summary>
    public int MaxPendingStreamBytes { get; set; } = 64 << 20;

    /// <summary>
    /// The permissions that the registered client requests. <see cref="FakeNestServer.AccessToken"/> has them. Default:
    /// all.
    /// </summary>
    public FakePermissions Permissions { get; set; } = FakePermissions.All;

    /// <summary>
    /// The redirect URIs of the registered client: absolute URIs with https, or http for <c>localhost</c>. Default:
    /// empty, users get a PIN. See docs/protocol/works-with-nest.md#consent-page.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; set; } = [];

    /// <summary>
    /// The maximum number of connected users. The consent page refuses further ones. Default: 50, as for a client
    /// before review. See docs/protocol/works-with-nest.md#quotas-of-the-registration.
    /// </summary>
    public int MaxUsers { get; set; } = 50;

    /// <summary>
    /// The lifetime of a token. When it expires, its streams end as after a revocation. Default: 315,360,000 s (10
    /// years), as with Nest. Range: 1 s to 100 years. See docs/protocol/works-with-nest.md#token-exchange.
    /// </summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromSeconds(315_360_000);

    /// <summary>
    /// The rate limits of calls and writes. Default: null, no limit, unlike the real service. See
    /// docs/protocol/works-with-nest.md#rate-limits.
    /// </summary>
    public FakeRateLimits? RateLimits { get; set; }
}
