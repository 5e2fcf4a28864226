using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Sdm;

/// <summary>Registers Google's SDM as the backend of a client.</summary>
internal sealed class SdmBackend(SdmOptions options) : BackendRegistration
{
    public override NestBackend Backend => NestBackend.Sdm;

    public override void UseStore(Func<INestTokenStore> store, string account)
    {
        if (options is { RefreshToken: null, AccessToken: null, AccessTokenSource: null })
            options.Store = new StoredAccount(store(), account);
    }

    public override IEnumerable<string> Failures() => SdmOptionsRules.Failures(options);

    public override INestProvider Create(BackendParts parts)
    {
        var settings = new SdmSettings(options.Endpoint, options.ProjectId!, parts.ConnectTimeout, parts.ResponseTimeout, parts.MaxDocumentBytes)
        {
            PollInterval = options.PollInterval,
            RelistInterval = options.RelistInterval,
            HasSubscription = options.Subscription is not null,
        };
        var calls = new HttpMessageInvoker(parts.Calls, disposeHandler: false);
        var logger = new SafeLogger(parts.Loggers.CreateLogger("Nest.Sdk.Sdm"));
        var tokens = new SdmTokens(Source(parts, calls), parts.ResponseTimeout, parts.Time);
        // One request for each call: the sockets handler would send a list four times to a server that closes without a
        // response, and handlers of the host might repeat it too. Google's limits count every one of them.
        var reads = new HttpMessageInvoker(parts.Streams, disposeHandler: false);
        return new SdmProvider(settings, new SdmRest(settings, tokens, reads, parts.Metrics, parts.Time), logger, parts.Time);
    }

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
        return new GoogleAccessTokens(options.ClientId!, options.ClientSecret!, grant, options.TokenEndpoint, calls, limits, parts.Time, logger);
    }
}
