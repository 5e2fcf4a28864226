using Nest.Sdk.Authorization.OAuth;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// Converts responses of Google's token endpoint into exceptions. See
/// docs/protocol/smart-device-management.md#authorization-errors.
/// </summary>
internal static class GoogleTokenErrors
{
    private const string ClientConsole = "the Google Cloud console (APIs & Services, Credentials)";

    /// <summary>
    /// Gets the error of a response that decides nothing about the authorization: a failure of the server, or of
    /// something on the way to it. Every one of them is transient, so no user is asked to sign in again.
    /// </summary>
    /// <returns>The error. Null when the response is a success or an error of OAuth.</returns>
    public static NestException? Undecided(OAuthResponse answer, OAuthErrorBody body, Uri endpoint) => (int)answer.Status switch
    {
        429 => new NestRateLimitException($"Google limits token requests for now. {(answer.RetryAfter is { } wait ? $"Wait {TimeText.Seconds(wait)}." : "Google did not report a waiting time.")}{body.Words}") { RetryAfter = answer.RetryAfter, ServerError = Whole(answer, body) },
        >= 500 or 408 => new NestRequestException($"The token endpoint {endpoint.Authority} answered {(int)answer.Status}: the server failed. Try again later.{body.Words}") { StatusCode = answer.Status, Failure = NestRequestFailure.ServerFailure, ServerError = Whole(answer, body), RetryAfter = answer.RetryAfter },
        _ when !answer.IsSuccess && body.Error is null => Foreign(answer, endpoint),
        _ => null,
    };

    /// <summary>Creates the error of a response that no token endpoint sends, such as the login page of a network.</summary>
    public static NestConnectionException Foreign(OAuthResponse answer, Uri endpoint) =>
        new($"{endpoint.Authority} answered {(int)answer.Status} without a readable token response. Check TokenEndpoint, and whether the network shows a login page.") { Reason = DisconnectReason.ProtocolError };

    /// <summary>Creates the error of a refused code.</summary>
    public static NestException OfCode(OAuthResponse answer, OAuthErrorBody body) => OfClient(answer, body) ?? body.Error switch
    {
        "invalid_grant" => Refused(NestAuthorizationFailure.InvalidCode, "Google refused the code: it was already used, is incomplete, has expired, or belongs to another client or redirect URI. Ask the user to authorize again.", answer, body),
        "invalid_request" or "invalid_scope" or "unsupported_grant_type" => Refused(NestAuthorizationFailure.InvalidRequest, "The token request is incomplete or invalid. Check ClientId, ClientSecret, RedirectUri, Scopes and TokenEndpoint.", answer, body),
        _ => Refused(NestAuthorizationFailure.Denied, "Google refused the code. Ask the user to authorize again.", answer, body),
    };

    /// <summary>Creates the error of a refused refresh token, unless it is the age of the grant that explains it.</summary>
    /// <returns>The error. Transient or at least repeated by a stream, except when Google names a permanent reason.</returns>
    public static NestException OfRefresh(OAuthResponse answer, OAuthErrorBody body, NestToken grant) => body.Error == "invalid_grant"
        ? Refused(NestAuthorizationFailure.Revoked, EndedGrant.Explain(grant, answer.Date), answer, body)
        : (NestException?)OfClient(answer, body) ?? new NestRequestException($"Google refused to refresh the access token.{body.Words}") { StatusCode = answer.Status, ServerError = Whole(answer, body), RetryAfter = answer.RetryAfter };

    /// <summary>Creates the error of a refused service account.</summary>
    /// <param name="answer">The response.</param>
    /// <param name="body">The parsed body.</param>
    /// <param name="account">The address of the service account.</param>
    /// <param name="clock">How far the local clock is ahead of Google's.</param>
    public static NestException OfServiceAccount(OAuthResponse answer, OAuthErrorBody body, string account, TimeSpan clock)
    {
        var remedy = clock.Duration() > TimeSpan.FromMinutes(5)
            ? $"The clock of this machine is {TimeText.Seconds(clock.Duration())} {(clock > TimeSpan.Zero ? "ahead of" : "behind")} Google's. Set it."
            : $"Check in the Google Cloud console (IAM & Admin, Service Accounts) that the account exists, is enabled, and still has this key. Otherwise create a new key.";
        return Refused(NestAuthorizationFailure.ServiceAccountRefused, $"Google refused the service account {account}. {remedy}", answer, body);
    }

    public static NestServerError Whole(OAuthResponse answer, OAuthErrorBody body) => new() { Status = (int)answer.Status, Reason = body.Error, Message = body.Description };

    /// <returns>The error that the OAuth client causes, with any token. Null when it is another.</returns>
    private static NestAuthorizationException? OfClient(OAuthResponse answer, OAuthErrorBody body) => body.Error switch
    {
        "invalid_client" => Refused(NestAuthorizationFailure.InvalidClient, $"The OAuth client id or the client secret is wrong. Copy both again from {ClientConsole} into ClientId and ClientSecret.", answer, body),
        "unauthorized_client" => Refused(NestAuthorizationFailure.UnauthorizedClient, "The OAuth client may not use this authorization: it was granted to another client, or the client was replaced. Enter the client id of the program in the Device Access project, and ask the user to authorize again.", answer, body),
        "deleted_client" => Refused(NestAuthorizationFailure.DeletedClient, $"The OAuth client was deleted. Create another in {ClientConsole}, enter its id in the Device Access project, set ClientId and ClientSecret, and ask the user to authorize again.", answer, body),
        "redirect_uri_mismatch" => Refused(NestAuthorizationFailure.UnregisteredRedirect, $"The redirect URI is not registered for the OAuth client, or differs from the one of the consent page. Register it in {ClientConsole}, or set RedirectUri to exactly the registered one.", answer, body),
        _ => null,
    };

    private static NestAuthorizationException Refused(NestAuthorizationFailure failure, string text, OAuthResponse answer, OAuthErrorBody body) =>
        new($"{text}{body.Words}") { Failure = failure, ServerError = Whole(answer, body) };
}
