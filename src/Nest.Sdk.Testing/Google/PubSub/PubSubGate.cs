using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// Refuses calls to Pub/Sub without a valid token or scope, or to another Google Cloud project. Users and service
/// accounts have every role.
/// </summary>
internal sealed class PubSubGate(string cloudProject, GoogleTokens tokens)
{
    public FakeAnswer? Check(FakeCall call, PubSubRoute route)
    {
        if (call.Token is null)
            return GoogleErrors.NoToken();

        if (tokens.Find(call.Token) is not { } grant)
            return GoogleErrors.BadToken();

        return !grant.Scopes.Any(scope => scope is GoogleScopes.PubSub or GoogleScopes.CloudPlatform) ? PubSubErrors.ScopeMissing(route)
            : route.Project != cloudProject ? PubSubErrors.NoProject(route.Project)
            : null;
    }
}
