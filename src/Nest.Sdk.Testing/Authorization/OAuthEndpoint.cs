using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// Serves the three authorization endpoints: consent page, token exchange and revocation. See
/// docs/protocol/works-with-nest.md#authorization.
/// </summary>
internal sealed class OAuthEndpoint(ConsentPage consent, TokenExchange exchange, TokenRegistry tokens, Action<Grant> onRevoked)
{
    public FakeAnswer Answer(FakeCall call) => call.RawPath.TrimEnd('/') switch
    {
        OAuthPaths.Consent => HttpMethods.IsPost(call.Method) || call.IsRead ? consent.Answer(call) : WrongMethod("GET, POST"),
        OAuthPaths.Exchange => HttpMethods.IsPost(call.Method) ? exchange.Answer(call) : WrongMethod("POST"),
        var path when path.StartsWith(OAuthPaths.RevocationFolder, StringComparison.Ordinal) =>
            HttpMethods.IsDelete(call.Method) ? Revoke(Uri.UnescapeDataString(path[OAuthPaths.RevocationFolder.Length..])) : WrongMethod("DELETE"),
        _ => OAuthAnswers.Error("not found", StatusCodes.Status404NotFound),
    };

    private FakeAnswer Revoke(string token)
    {
        if (tokens.Revoke(token) is not { } grant)
            return OAuthAnswers.Error("access token not found", StatusCodes.Status404NotFound);

        onRevoked(grant);
        return new FakeAnswer(StatusCodes.Status204NoContent, default);
    }

    private static FakeAnswer WrongMethod(string allowed) =>
        OAuthAnswers.Error("method not allowed", StatusCodes.Status405MethodNotAllowed) with { Headers = [("Allow", allowed)] };
}
