using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google;

/// <summary>
/// Serves the authorization endpoints: partner page, token exchange and revocation. See
/// docs/protocol/smart-device-management.md#authorization.
/// </summary>
internal sealed class GoogleOAuthEndpoint(PartnerPage page, TokenEndpoint exchange)
{
    public FakeAnswer Answer(FakeCall call) => call.RawPath switch
    {
        GooglePaths.Token or GooglePaths.OlderToken => HttpMethods.IsPost(call.Method) ? exchange.Exchange(call) : GoogleErrors.UnknownAddress(),
        GooglePaths.Revoke => HttpMethods.IsPost(call.Method) ? exchange.Revoke(call) : GoogleErrors.UnknownAddress(),
        _ => HttpMethods.IsPost(call.Method) || call.IsRead ? page.Answer(call) : GoogleErrors.UnknownAddress(),
    };
}
