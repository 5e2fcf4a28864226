using Nest.Sdk.Providers;
using Nest.Sdk.Wwn;

namespace Nest.Sdk;

/// <summary>Settings of one client. Call the <c>Use…</c> method of exactly one backend. Read once, when the client is built: a running client does not change.</summary>
public sealed class NestClientOptions
{
    private readonly List<BackendRegistration> _backends = [];

    /// <summary>The settings of Works with Nest. Null until <see cref="UseWwn"/> is called.</summary>
    public WwnOptions? Wwn { get; private set; }

    /// <summary>How long a connection may take to open, the name's look-up and all its addresses included, TLS excluded; behind a proxy, the connection to that. Default: 15 s. <see cref="Timeout.InfiniteTimeSpan"/> leaves it to <see cref="ResponseTimeout"/>.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the headers of a response may take, connecting included; the whole body of a read may take as long again. The headers of a stream may take longer while bytes of them come. Default: 30 s, several times what a slow mobile link needs. <see cref="Timeout.InfiniteTimeSpan"/> waits forever.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait before the first reconnect; each further wait doubles, with jitter. Default: 1 s.</summary>
    public TimeSpan FirstReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The cap of the wait between attempts. Default: 60 s, what Nest's own client used. See docs/protocol/works-with-nest.md#ending-and-reconnecting.</summary>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a stream must show life, from its first document to its last sign of life, before the waits start over at <see cref="FirstReconnectDelay"/>. Default: 60 s. Zero: any sign of life after the first document is enough.</summary>
    public TimeSpan StableAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the stream stays open after the last subscriber has left. Default: 30 s, so that <c>FirstAsync</c> in a loop is one connection. Zero closes at once.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many values may wait for one slow subscriber; one more ends that subscription with <see cref="NestSlowSubscriberException"/>. Default: 4,096.</summary>
    public int SubscriberQueueCapacity { get; set; } = 4096;

    /// <summary>Whether each <see cref="DataModelChange"/> carries its whole document, which costs a copy a change. Default: false.</summary>
    public bool IncludeDocument { get; set; }

    /// <summary>The largest document or event that is read, in bytes; a longer event breaks the stream. Default: 16 MiB, a thousand times a usual home.</summary>
    public int MaxDocumentBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The backends that were chosen. Exactly one is valid.</summary>
    internal IReadOnlyList<BackendRegistration> Backends => _backends;

    /// <summary>Chooses Works with Nest as the backend. A further call goes on with the same settings.</summary>
    /// <param name="configure">Sets the settings of the backend; null leaves the defaults.</param>
    /// <returns>These options.</returns>
    public NestClientOptions UseWwn(Action<WwnOptions>? configure = null)
    {
        if (Wwn is null)
            Use(new WwnBackend(Wwn = new WwnOptions()));
        configure?.Invoke(Wwn);
        return this;
    }

    /// <summary>Chooses a backend.</summary>
    internal NestClientOptions Use(BackendRegistration backend)
    {
        _backends.Add(backend);
        return this;
    }
}
