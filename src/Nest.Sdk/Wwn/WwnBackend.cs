using Nest.Sdk.Authorization;
using Nest.Sdk.Http;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn;

/// <summary>Registers Works with Nest as the backend of a client.</summary>
internal sealed class WwnBackend(WwnOptions options) : BackendRegistration
{
    /// <summary>The hosts of Nest's data servers. See docs/protocol/works-with-nest.md#hosts-headers-formats.</summary>
    private const string NestHosts = "*.nest.com";

    public override NestBackend Backend => NestBackend.Wwn;

    public override void UseStore(Func<INestTokenStore> store, string account)
    {
        if (options is { AccessToken: null, AccessTokenSource: null })
            options.AccessTokenSource = AccessTokenSource.FromStore(store(), account);
    }

    public override IEnumerable<string> Failures() => WwnOptionsRules.Failures(options);

    public override INestProvider Create(BackendParts parts)
    {
        var tokens = options.AccessTokenSource ?? new FixedAccessTokenSource(options.AccessToken!);
        var settings = new WwnSettings(options.Endpoint, parts.ConnectTimeout, parts.ResponseTimeout, TimerLimit.Of(options.IdleTimeout), parts.MaxDocumentBytes)
        {
            FirstDocumentTimeout = TimerLimit.Of(options.FirstDocumentTimeout ?? options.IdleTimeout),
        };
        var redirects = new RedirectRules(options.Endpoint, [NestHosts, .. options.AllowedHosts.Select(static host => AllowedHost.Spell(host)!)]);
        return new WwnProvider(settings, tokens, Invoker(parts.Calls, redirects), Invoker(parts.Streams, redirects), parts.Metrics, parts.Time);
    }

    private static HttpMessageInvoker Invoker(HttpMessageHandler handler, RedirectRules redirects) => new(new AllowedRedirectHandler(redirects, handler), disposeHandler: false);
}
