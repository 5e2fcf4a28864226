namespace Nest.Sdk.Testing;

/// <summary>The options of an <see cref="InMemoryNestClient"/>. Read once, when it is created.</summary>
public sealed class InMemoryNestClientOptions
{
    /// <summary>
    /// The clock of the client and of its home: timestamps, fan timers, rate limits and waits. Default: the system
    /// clock. A fake clock makes tests fast.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The permissions of the client. Default: all. See docs/protocol/works-with-nest.md#permissions.
    /// </summary>
    public FakePermissions Permissions { get; set; } = FakePermissions.All;

    /// <summary>
    /// The rate limits of calls and writes. Default: null, no limit, unlike the real service. See
    /// docs/protocol/works-with-nest.md#rate-limits.
    /// </summary>
    public FakeRateLimits? RateLimits { get; set; }

    /// <summary>
    /// The settings of the stream: the waits between attempts, <see cref="NestClientOptions.StableAfter"/>,
    /// <see cref="NestClientOptions.Linger"/>, <see cref="NestClientOptions.SubscriberQueueCapacity"/> and
    /// <see cref="NestClientOptions.IncludeDocument"/>. The other options, such as endpoint and token, are ignored.
    /// Defaults: as in <see cref="NestClientOptions"/>, except for the waits between attempts, which grow from 1 ms to
    /// 100 ms so that tests reconnect quickly.
    /// </summary>
    public NestClientOptions Stream { get; set; } = new()
    {
        FirstReconnectDelay = TimeSpan.FromMilliseconds(1),
        MaxReconnectDelay = TimeSpan.FromMilliseconds(100),
    };
}
