using Nest.Sdk.Providers;
using Nest.Sdk.Sdm;
using Nest.Sdk.Wwn;

namespace Nest.Sdk;

/// <summary>
/// Settings of one client. Call the <c>Use…</c> method of exactly one backend. Read once, when the client is created:
/// later changes have no effect.
/// </summary>
public sealed class NestClientOptions
{
    private readonly List<BackendRegistration> _backends = [];

    /// <summary>The settings of Works with Nest. Null until <see cref="UseWwn"/> is called.</summary>
    public WwnOptions? Wwn { get; private set; }

    /// <summary>The settings of Google's SDM. Null until <see cref="UseSdm"/> is called.</summary>
    public SdmOptions? Sdm { get; private set; }

    /// <summary>
    /// The timeout for opening a connection, including the DNS lookup and all addresses, excluding TLS. Behind a proxy,
    /// the timeout for the connection to the proxy. Default: 15 s. With <see cref="Timeout.InfiniteTimeSpan"/> only
    /// <see cref="ResponseTimeout"/> applies.
    /// </summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The timeout for the headers of a response, including connecting. The body of a read may take the same time
    /// again. The headers of a stream may take longer while bytes of them arrive. Default: 30 s, several times what a
    /// slow mobile link needs. <see cref="Timeout.InfiniteTimeSpan"/> waits indefinitely.
    /// </summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest delay before the first reconnect. Each further delay doubles, with jitter. Default: 1 s.
    /// </summary>
    public TimeSpan FirstReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest delay between attempts. Default: 60 s, as in Nest's own client. See
    /// docs/protocol/works-with-nest.md#ending-and-reconnecting.
    /// </summary>
    public TimeSpan MaxReconnectDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The time between the first document of a stream and its last sign of life after which the delays start over at
    /// <see cref="FirstReconnectDelay"/>. Default: 60 s. With zero, any sign of life after the first document is
    /// enough.
    /// </summary>
    public TimeSpan StableAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The time for which the stream stays open after the last subscriber has left. Default: 30 s, so that
    /// <c>FirstAsync</c> in a loop uses one connection. Zero closes it at once.
    /// </summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The number of values that may be queued for one slow subscriber. One more ends the subscription with
    /// <see cref="NestSlowSubscriberException"/>. Default: 4,096.
    /// </summary>
    public int SubscriberQueueCapacity { get; set; } = 4096;

    /// <summary>
    /// Whether each <see cref="DataModelChange"/> includes its whole document, which costs one copy per change.
    /// Default: false.
    /// </summary>
    public bool IncludeDocument { get; set; }

    /// <summary>
    /// The largest document or event that is read, in bytes. A larger event ends the stream. Default: 16 MiB, a
    /// thousand times a typical home.
    /// </summary>
    public int MaxDocumentBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The chosen backends. Exactly one is valid.</summary>
    internal IReadOnlyList<BackendRegistration> Backends => _backends;

    /// <summary>Chooses Works with Nest as the backend. A further call changes the same settings.</summary>
    /// <param name="configure">Sets the settings of the backend. Null means the defaults.</param>
    /// <returns>These options.</returns>
    public NestClientOptions UseWwn(Action<WwnOptions>? configure = null)
    {
        if (Wwn is null)
            Use(new WwnBackend(Wwn = new WwnOptions()));
        configure?.Invoke(Wwn);
        return this;
    }

    /// <summary>
    /// Chooses Google's Smart Device Management (SDM) as the backend. A further call changes the same settings.
    /// </summary>
    /// <param name="configure">Sets the settings of the backend.</param>
    /// <returns>These options.</returns>
    public NestClientOptions UseSdm(Action<SdmOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (Sdm is null)
            Use(new SdmBackend(Sdm = new SdmOptions()));
        configure(Sdm);
        return this;
    }

    /// <summary>Chooses a backend.</summary>
    internal NestClientOptions Use(BackendRegistration backend)
    {
        _backends.Add(backend);
        return this;
    }
}
