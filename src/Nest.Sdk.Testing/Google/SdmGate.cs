using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.Google.PubSub;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Google;

/// <summary>
/// Refuses calls to the API without a valid token or scope, to a disabled API or another project, and over a quota. It
/// decides when a call arrives, so that the quota counts calls as they were sent. Calls to Pub/Sub count in no quota.
/// </summary>
internal sealed class SdmGate(GoogleClient client, GoogleTokens tokens, QuotaLedger quotas, PubSubGate pubSub) : ICallGate
{
    public void Enter(FakeCall call) => call.Refusal = call.IsOAuth ? null
        : PubSubRoute.Of(call) is { } ofPubSub ? pubSub.Check(call, ofPubSub)
        : SdmRoute.Of(call) is { } route ? Check(call, route)
        : null;

    public bool WouldRefuse(FakeCall call) => call.Refusal is not null;

    public FakeAnswer? Refuse(FakeCall call) => call.Refusal;

    private FakeAnswer? Check(FakeCall call, SdmRoute route)
    {
        if (call.Token is null)
            return GoogleErrors.NoToken();

        if (tokens.Find(call.Token) is not { } grant)
            return GoogleErrors.BadToken();

        if (!client.IsApiEnabled)
            return GoogleErrors.ApiDisabled(client.CloudProject);

        if (!grant.Scopes.Contains(GoogleScopes.Sdm, StringComparer.Ordinal))
            return GoogleErrors.ScopeMissing(route.Method);

        // A service account has no user, and so no consent.
        if (grant.Account is not { } account || !client.IsProjectActive)
            return GoogleErrors.NotPermitted();

        return route.Project != client.ProjectId ? GoogleErrors.NoEnterprise()
            : quotas.Count(route.Method, account) ? null
            : GoogleAnswers.Of(account, GoogleErrors.RateLimited($"{route.Method}"));
    }
}
