using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>
/// Issues tokens for codes, refresh tokens and assertions, and revokes them. See
/// docs/protocol/smart-device-management.md#token-calls and #authorization-errors.
/// </summary>
internal sealed class TokenEndpoint(GoogleClient client, GoogleTokens tokens, GoogleCodes codes, ServiceAccount account, TimeProvider time, Func<IReadOnlyList<string>> audiences)
{
    private const string AssertionGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public FakeAnswer Exchange(FakeCall call)
    {
        var form = new GoogleForm(call);
        return form["grant_type"] switch
        {
            "authorization_code" => RefuseClient(form) ?? ForCode(form),
            "refresh_token" => RefuseClient(form) ?? ForRefresh(form),
            AssertionGrant => ForAssertion(form),
            var other => GoogleAnswers.OAuthError("unsupported_grant_type", $"Invalid grant_type: {other}"),
        };
    }

    public FakeAnswer Revoke(FakeCall call)
    {
        var token = new GoogleForm(call)["token"] is { Length: > 0 } posted ? posted : call.Query["token"].ToString();
        return token.Length == 0 ? GoogleAnswers.OAuthError("invalid_request", "Missing required parameter: token")
            : tokens.Revoke(token) ? new FakeAnswer(StatusCodes.Status200OK, default)
            : GoogleAnswers.OAuthError("invalid_token", "Token expired or revoked");
    }

    private FakeAnswer? RefuseClient(GoogleForm form) => form["client_id"] switch
    {
        "" => GoogleAnswers.OAuthError("invalid_request", "Could not determine client ID from request."),
        var id when client.WasDeleted(id) => GoogleAnswers.OAuthError("deleted_client", "The OAuth client was deleted.", StatusCodes.Status401Unauthorized),
        var id when id != client.Id => GoogleAnswers.OAuthError("invalid_client", "The OAuth client was not found.", StatusCodes.Status401Unauthorized),
        _ when form["client_secret"].Length == 0 => GoogleAnswers.OAuthError("invalid_request", "client_secret is missing."),
        _ when form["client_secret"] != client.Secret => GoogleAnswers.OAuthError("invalid_client", "The provided client secret is invalid.", StatusCodes.Status401Unauthorized),
        _ => null,
    };

    private FakeAnswer ForCode(GoogleForm form)
    {
        if (form["code"].Length == 0)
            return GoogleAnswers.OAuthError("invalid_request", "Missing required parameter: code");

        // A code is used up even by a call that fails.
        if (codes.Spend(form["code"]) is not { } consent)
            return GoogleAnswers.OAuthError("invalid_grant", "Bad Request");

        if (consent.ClientId != client.Id)
            return GoogleAnswers.OAuthError("unauthorized_client", "Unauthorized", StatusCodes.Status401Unauthorized);

        if (form["redirect_uri"] != consent.RedirectUri)
            return GoogleAnswers.OAuthError("redirect_uri_mismatch", "Bad Request");

        if (!consent.IsAnsweredBy(form["code_verifier"]))
            return GoogleAnswers.OAuthError("invalid_grant", form["code_verifier"].Length == 0 ? "Missing code verifier." : "Invalid code verifier.");

        var isFirst = !tokens.IsConnected(consent.Account, client.Id);
        var grant = new GoogleGrant(consent.Account, client.Id, consent.Scopes, consent.Picks, time.GetUtcNow());
        return Issue(grant, consent.IsOffline && (consent.IsPrompted || isFirst) ? tokens.IssueRefresh(grant) : null);
    }

    private FakeAnswer ForRefresh(GoogleForm form)
    {
        if (form["refresh_token"].Length == 0)
            return GoogleAnswers.OAuthError("invalid_request", "Missing required parameter: refresh_token");

        return tokens.FindRefresh(form["refresh_token"]) switch
        {
            null => GoogleAnswers.OAuthError("invalid_grant", "Bad Request"),
            { } found when found.Grant.ClientId != client.Id => GoogleAnswers.OAuthError("unauthorized_client", "Unauthorized", StatusCodes.Status401Unauthorized),
            { IsAlive: false } => GoogleAnswers.OAuthError("invalid_grant", "Token has been expired or revoked."),
            { Grant: var grant } => Issue(grant, refreshToken: null),
        };
    }

    private FakeAnswer ForAssertion(GoogleForm form)
    {
        var (scopes, error, description) = Assertion.Check(form["assertion"], account, audiences(), time.GetUtcNow());
        return scopes is null
            ? GoogleAnswers.OAuthError(error!, description!)
            : GoogleAnswers.Secret(new JsonObject
            {
                ["access_token"] = tokens.IssueAccess(new GoogleGrant(null, account.Email, scopes, Picks.Everything, time.GetUtcNow())),
                ["expires_in"] = tokens.ExpiresIn,
                ["token_type"] = "Bearer",
            });
    }

    /// <summary>
    /// Creates the answer with a new access token. The answer to a refresh has no refresh token: the old one stays
    /// valid.
    /// </summary>
    private FakeAnswer Issue(GoogleGrant grant, string? refreshToken)
    {
        var body = new JsonObject { ["access_token"] = tokens.IssueAccess(grant), ["expires_in"] = tokens.ExpiresIn };
        if (refreshToken is not null)
            body["refresh_token"] = refreshToken;

        body["scope"] = string.Join(' ', grant.Scopes);
        body["token_type"] = "Bearer";
        return GoogleAnswers.Secret(body);
    }
}
