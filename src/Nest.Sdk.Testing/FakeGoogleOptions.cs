namespace Nest.Sdk.Testing;

/// <summary>The options of a <see cref="FakeGoogle"/>. Read once, when it starts.</summary>
public sealed class FakeGoogleOptions
{
    /// <summary>
    /// The clock of the <c>Date</c> header, quotas, timestamps, Pub/Sub and the lifetimes of codes and tokens. Default:
    /// null, the clock of the <see cref="FakeNestServer"/> whose house is shared, otherwise the system clock.
    /// </summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>
    /// The port, for programs that must know it in advance. Default: 0, a free port, so that parallel tests do not
    /// collide.
    /// </summary>
    public int Port { get; set; }

    /// <summary>
    /// The project id of the Device Access Console. Default: null, a random UUID, as Google's are.
    /// </summary>
    public string? ProjectId { get; set; }

    /// <summary>
    /// The redirect URIs of the OAuth client, compared byte by byte. Default: empty,
    /// <c>https://www.google.com</c> and any http address on loopback. See
    /// docs/protocol/smart-device-management.md#redirects.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; set; } = [];

    /// <summary>
    /// The lifetime of an access token. Default: 1 hour. Range: 1 s to 100 years. Answers say a second less. See
    /// docs/protocol/smart-device-management.md#token-lifetimes.
    /// </summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The scopes that each user has granted at the start. Default: <c>sdm.service</c> and <c>pubsub</c>, as full
    /// addresses. See docs/protocol/smart-device-management.md#scopes.
    /// </summary>
    public IReadOnlyList<string> Scopes { get; set; } = ["https://www.googleapis.com/auth/sdm.service", "https://www.googleapis.com/auth/pubsub"];

    /// <summary>
    /// The acknowledgement deadline of <see cref="FakeGoogle.Subscription"/>. Default: 10 s. Range: 10 s to 10 minutes,
    /// whole seconds. See docs/protocol/smart-device-management.md#acknowledgement.
    /// </summary>
    public TimeSpan AckDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The quotas. Default: Google's. Null for no limit. See docs/protocol/smart-device-management.md#quotas.
    /// </summary>
    public FakeGoogleQuotas? Quotas { get; set; } = new();
}
