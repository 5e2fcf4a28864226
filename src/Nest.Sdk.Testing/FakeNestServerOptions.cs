namespace Nest.Sdk.Testing;

/// <summary>How a fake behaves from its start. Read once when it starts.</summary>
public sealed class FakeNestServerOptions
{
    /// <summary>
    /// Drives keep-alives, timestamps, fan timers, rate limits and the life of PINs, codes and tokens. Default: the
    /// machine's clock. A fake clock makes tests fast.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The front port, for programs that must know it in advance. Default: 0, a free port, so that parallel tests do
    /// not collide. The data port is always a free one.
    /// </summary>
    public int Port { get; set; }

    /// <summary>
    /// Whether the front port sends data calls on to the data port with a 307 (see
    /// docs/protocol/works-with-nest.md#redirects). True by default, as with Nest.
    /// </summary>
    public bool Redirect { get; set; } = true;

    /// <summary>
    /// How long a stream is silent before it gets a <c>keep-alive</c>. 30 s by default, as with Nest (see
    /// docs/protocol/works-with-nest.md#stream-events); 49 days at most.
    /// </summary>
    public TimeSpan KeepAlivePeriod { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many bytes may wait in the queue of a stream whose client does not read; a stream that exceeds it is dropped
    /// (reset), and its request's <see cref="RecordedRequest.Note"/> says so. A single event may be longer. Default:
    /// 67,108,864 (64 MiB). At least 1.
    /// </summary>
    public int MaxPendingStreamBytes { get; set; } = 64 << 20;

    /// <summary>
    /// What the registered client asks its users for, and so what <see cref="FakeNestServer.AccessToken"/> may do.
    /// Everything by default.
    /// </summary>
    public FakePermissions Permissions { get; set; } = FakePermissions.All;

    /// <summary>
    /// Where the registered client wants codes sent: absolute URIs, https, or http for <c>localhost</c> (see
    /// docs/protocol/works-with-nest.md#consent-page). None by default: users get a PIN.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; set; } = [];

    /// <summary>
    /// How many users may be connected before the consent page refuses another. 50 by default, as for a client before
    /// review (see docs/protocol/works-with-nest.md#quotas-of-the-registration).
    /// </summary>
    public int MaxUsers { get; set; } = 50;

    /// <summary>
    /// How long a token is valid; its streams then end as after a revocation. 315,360,000 s (10 years) by default, as
    /// with Nest (see docs/protocol/works-with-nest.md#token-exchange); 1 s to 100 years.
    /// </summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromSeconds(315_360_000);

    /// <summary>
    /// How often clients may call and write (see docs/protocol/works-with-nest.md#rate-limits). Default: null,
    /// unlimited, which no real client has.
    /// </summary>
    public FakeRateLimits? RateLimits { get; set; }
}
