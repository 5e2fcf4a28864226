using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.PubSub;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Sdm;

/// <summary>Registers Google's SDM as the backend of a client.</summary>
internal sealed class SdmBackend(SdmOptions options) : BackendRegistration
{
    public override NestBackend Backend => NestBackend.Sdm;

    public override void UseStore(Func<INestTokenStore> store, string account)
    {
        if (options is { RefreshToken: null, AccessToken: null, AccessTokenSource: null, Store: null })
            options.UseStore(store(), account);
    }

    public override IEnumerable<string> Failures() => SdmOptionsRules.Failures(options);

    public override INestProvider Create(BackendParts parts)
    {
        var settings = new SdmSettings(options.Endpoint, options.ProjectId!.Trim(), parts.ConnectTimeout, parts.ResponseTimeout, parts.MaxDocumentBytes)
        {
            PollInterval = options.PollInterval,
            RelistInterval = options.RelistInterval,
        };
        var calls = new HttpMessageInvoker(parts.Calls, disposeHandler: false);
        var logger = new SafeLogger(parts.Loggers.CreateLogger("Nest.Sdk.Sdm"));
        var tokens = new SdmTokens(Source(parts, calls), parts.ResponseTimeout, parts.Time);
        // One request for each call: the sockets handler would send a list several times to a server that closes without a
        // response, and handlers of the host might repeat it too. Google's limits count every one of them.
        var reads = new HttpMessageInvoker(parts.Streams, disposeHandler: false);
        var paces = SdmPaces.Of(new SdmUser(options.Endpoint, settings.ProjectId, Credential(), parts.Time), parts.Time);
        var rest = new SdmRest(settings, tokens, reads, paces, parts.Metrics, parts.Time);
        return new SdmProvider(settings, rest, paces.Checks, Feed(parts, tokens, calls, reads), logger, parts.Time);
    }

    private FeedSource? Feed(BackendParts parts, SdmTokens userTokens, HttpMessageInvoker calls, HttpMessageInvoker pulls)
    {
        if (options.Subscription is not { } subscription)
            return null;
        var settings = new PubSubSettings(options.PubSubEndpoint, subscription, parts.ConnectTimeout, parts.ResponseTimeout, options.PullTimeout, parts.MaxDocumentBytes);
        var tokens = options.PubSubTokenSource is { } own ? new SdmTokens(own, parts.ResponseTimeout, parts.Time) : userTokens;
        return new FeedSource(
            SdmFeeds.Of(options.PubSubEndpoint, subscription, parts.Time),
            new PubSubRest(settings, tokens, calls, pulls, parts.Time),
            options.PubSubTokenSource is not null,
            new FeedSettings(options.OwnsSubscription, options.SkipsBacklog));
    }

    private object Credential() => (object?)options.AccessTokenSource ?? (object?)options.AccessToken ?? (object?)options.Store ?? options.RefreshToken!;

    private IAccessTokenSource Source(BackendParts parts, HttpMessageInvoker calls)
    {
        if (options.AccessTokenSource is { } own)
            return own;
        if (options.AccessToken is { } fixedToken)
            return new FixedAccessTokenSource(fixedToken);
        var logger = new SafeLogger(parts.Loggers.CreateLogger("Nest.Sdk.Authorization"));
        IGrant grant = options.Store is { } stored
            ? new StoredGrant(stored.Store, stored.Account, parts.ResponseTimeout, parts.Time, logger)
            : new FixedGrant(options.RefreshToken!);
        var limits = new HttpTimeouts(parts.ConnectTimeout, parts.ResponseTimeout, parts.ResponseTimeout);
        return new GoogleAccessTokens(options.ClientId!.Trim(), options.ClientSecret!, grant, options.TokenEndpoint, calls, limits, parts.Time, logger);
    }
}
