namespace Nest.Sdk.Testing;

/// <summary>How an <see cref="InMemoryNestClient"/> behaves from its start. Read once when it is made.</summary>
public sealed class InMemoryNestClientOptions
{
    /// <summary>
    /// The clock of the client and of its home: timestamps, fan timers, rate limits, waits. The machine's by default;
    /// with a fake one a test needs no time.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// What the client may see and write (see docs/protocol/works-with-nest.md#permissions). Everything by default.
    /// </summary>
    public FakePermissions Permissions { get; set; } = FakePermissions.All;

    /// <summary>
    /// How often the client may call and write (see docs/protocol/works-with-nest.md#rate-limits). Default: null,
    /// unlimited, which no real client has.
    /// </summary>
    public FakeRateLimits? RateLimits { get; set; }

    /// <summary>
    /// Settings of the stream: waits between attempts, <see cref="NestClientOptions.StableAfter"/>,
    /// <see cref="NestClientOptions.Linger"/>, <see cref="NestClientOptions.SubscriberQueueCapacity"/> and
    /// <see cref="NestClientOptions.IncludeDocument"/>. The others, endpoint and token among them, mean nothing without
    /// HTTP. Defaults as in <see cref="NestClientOptions"/>, but for waits of 1 ms that grow to 100 ms, so that no test
    /// waits for a reconnect.
    /// </summary>
    public NestClientOptions Stream { get; set; } = new()
    {
        FirstReconnectDelay = TimeSpan.FromMilliseconds(1),
        MaxReconnectDelay = TimeSpan.FromMilliseconds(100),
    };
}
