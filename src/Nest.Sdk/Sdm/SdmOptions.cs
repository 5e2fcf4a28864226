using Nest.Sdk.Authorization;

namespace Nest.Sdk.Sdm;

/// <summary>
/// Settings of a client that uses Google's Smart Device Management (SDM). Set by
/// <see cref="NestClientOptions.UseSdm"/>, or under <c>Sdm</c> in the configuration.
/// </summary>
public sealed class SdmOptions
{
    /// <summary>
    /// The project id of the Device Access Console, a UUID. Not the id of the Google Cloud project. Required. Default:
    /// null.
    /// </summary>
    public string? ProjectId { get; set; }

    /// <summary>
    /// The Pub/Sub subscription that reports changes and events, <c>projects/CLOUD-PROJECT/subscriptions/NAME</c>. All
    /// clients of a process with the same subscription share one feed. Default: null. The devices are then polled, and
    /// there are no events.
    /// </summary>
    public string? Subscription { get; set; }

    /// <summary>The OAuth client id of the Google Cloud project. Required with a refresh token. Default: null.</summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The OAuth client secret. A string converts automatically. Required with a refresh token. Do not store it in
    /// source code. Default: null.
    /// </summary>
    public ClientSecret? ClientSecret { get; set; }

    /// <summary>
    /// The user's refresh token. A string converts automatically. Default: null. Without this,
    /// <see cref="AccessToken"/>, <see cref="AccessTokenSource"/> and <see cref="UseStore"/>, a client of a container uses
    /// the refresh token of its account in the container's <see cref="INestTokenStore"/>; a factory throws.
    /// </summary>
    public RefreshToken? RefreshToken { get; set; }

    /// <summary>
    /// An access token, for a trial: it is valid for about an hour and never refreshed. Default: null.
    /// </summary>
    public AccessToken? AccessToken { get; set; }

    /// <summary>
    /// The source of access tokens, such as one over another authorization library. See
    /// <see cref="Nest.Sdk.AccessTokenSource"/>. Default: null.
    /// </summary>
    public IAccessTokenSource? AccessTokenSource { get; set; }

    /// <summary>The account in a store whose refresh token is used. Null when another token is set.</summary>
    internal StoredAccount? Store { get; set; }

    /// <summary>
    /// Uses the refresh token of an account in a store: read for each refresh, so that a new authorization is used, and
    /// stored with the time of the last refresh. A client of a container does so by default.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="account">The account.</param>
    /// <exception cref="ArgumentException">The account name is invalid.</exception>
    public void UseStore(INestTokenStore store, string account = NestAccounts.Default)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = new StoredAccount(store, AccountName.Check(account));
    }

    /// <summary>
    /// The address of the SDM API. HTTPS, or plain HTTP to this machine only: <c>localhost</c>, 127.0.0.0/8 or [::1].
    /// Default: <c>https://smartdevicemanagement.googleapis.com/</c>.
    /// </summary>
    public Uri Endpoint { get; set; } = new("https://smartdevicemanagement.googleapis.com/");

    /// <summary>
    /// The address of Google's token endpoint. HTTPS, or plain HTTP to this machine only. Default:
    /// <c>https://oauth2.googleapis.com/token</c>.
    /// </summary>
    public Uri TokenEndpoint { get; set; } = new("https://oauth2.googleapis.com/token");

    /// <summary>
    /// The address of the Pub/Sub API. HTTPS, or plain HTTP to this machine only. Default:
    /// <c>https://pubsub.googleapis.com/</c>.
    /// </summary>
    public Uri PubSubEndpoint { get; set; } = new("https://pubsub.googleapis.com/");

    /// <summary>
    /// The source of access tokens for Pub/Sub, such as a <see cref="ServiceAccountTokenSource"/>. The caller disposes
    /// it. Default: null, the user's token, which then needs the scope <see cref="SdmScopes.PubSub"/>.
    /// </summary>
    public IAccessTokenSource? PubSubTokenSource { get; set; }

    /// <summary>
    /// Whether the subscription is used by this process alone. Default: true: a message that belongs to no client of the
    /// process is acknowledged and so lost. Set it to false when other processes read the same subscription: such a
    /// message is left to them, and comes again. Clients with the same subscription need the same value.
    /// </summary>
    public bool OwnsSubscription { get; set; } = true;

    /// <summary>
    /// Whether a message is acknowledged only when all observers of the client have returned from
    /// <see cref="IObserver{T}.OnNext"/>. Default: false: it is acknowledged when it was queued for them. With true, a
    /// program that ends loses nothing that no observer has seen, but a slow observer delays the messages of every client
    /// with the same subscription. Needs an observer at all times.
    /// </summary>
    public bool AcknowledgesAfterDelivery { get; set; }

    /// <summary>
    /// Whether messages that were published before the first connection are dropped. Default: false: they are delivered,
    /// and their events are late. The identity for Pub/Sub needs the permission to seek.
    /// </summary>
    public bool SkipsBacklog { get; set; }

    /// <summary>
    /// The timeout for one pull, which waits on the server for messages. Default: 2 min. Range: 1 s to 1 day. Google ends
    /// a wait after about 90 s. See docs/protocol/smart-device-management.md#pull.
    /// </summary>
    public TimeSpan PullTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How often the devices are listed without a subscription, and while it cannot be read. Default: 60 s. Range: 15 s to 1 day. Google allows 5
    /// lists a minute for each user, and other programs of the same user share that limit. See
    /// docs/protocol/smart-device-management.md#quotas.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often the structures and rooms are listed again, and with a subscription the devices too: Google does not
    /// report every change. Default: 30 min. Range: 5 min to 1 day.
    /// </summary>
    public TimeSpan RelistInterval { get; set; } = TimeSpan.FromMinutes(30);
}
