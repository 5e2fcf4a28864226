using System.Net;
using Nest.Sdk.Authorization.OAuth;

namespace Nest.Sdk.Wwn.Authorization;

/// <summary>
/// Converts a refusal of the authorization server into an exception with the remedy. See
/// docs/protocol/works-with-nest.md#authorization-errors.
/// </summary>
/// <remarks>
/// Unlike the data API, this server has one code for nearly everything, <c>oauth2_error</c>, and only the description
/// shows what is wrong. The standard codes of OAuth 2.0 are recognized too.
/// </remarks>
internal static class OAuthErrors
{
    /// <param name="answer">The response.</param>
    /// <param name="body">The parsed body.</param>
    /// <param name="code">What was exchanged. Null when nothing was exchanged.</param>
    public static NestException FromResponse(OAuthResponse answer, OAuthErrorBody body, CodeKind? code) => (int)answer.Status switch
    {
        429 => new NestRateLimitException($"The authorization server blocks further attempts for now. {(answer.RetryAfter is { } wait ? $"Wait {TimeText.Seconds(wait)}." : "The server did not report a waiting time.")}{body.Words}") { RetryAfter = answer.RetryAfter, ServerError = Whole(answer, body) },
        >= 500 or 408 or 404 or 405 => new NestRequestException($"The authorization server answered {(int)answer.Status}: {Advice(answer.Status)}{body.Words}") { StatusCode = answer.Status, ServerError = Whole(answer, body), RetryAfter = answer.RetryAfter },
        _ => Refused(answer, body, code ?? CodeKind.Web),
    };

    private static NestAuthorizationException Refused(OAuthResponse answer, OAuthErrorBody body, CodeKind code)
    {
        var failure = FailureOf(body);
        return new NestAuthorizationException($"{Remedy(failure, body, code)}{body.Words}") { Failure = failure, ServerError = Whole(answer, body) };
    }

    private static NestAuthorizationFailure FailureOf(OAuthErrorBody body)
    {
        if (Says("expired"))
            return NestAuthorizationFailure.ExpiredCode;
        if (Says("code not found") || Is("invalid_grant"))
            return NestAuthorizationFailure.InvalidCode;
        if (Says("not active"))
            return NestAuthorizationFailure.InactiveClient;
        if (Says("redirect_uri"))
            return NestAuthorizationFailure.UnregisteredRedirect;
        if (Says("missing required") || Is("invalid_request"))
            return NestAuthorizationFailure.InvalidRequest;
        if (Says("client secret") || Says("client not found") || Says("client id") || Is("invalid_client") || Is("unauthorized_client"))
            return NestAuthorizationFailure.InvalidClient;
        return Is("access_denied") ? NestAuthorizationFailure.ConsentDenied : NestAuthorizationFailure.Denied;

        bool Says(string words) => body.Description?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
        bool Is(string code) => string.Equals(body.Error, code, StringComparison.OrdinalIgnoreCase);
    }

    private static string Remedy(NestAuthorizationFailure failure, OAuthErrorBody body, CodeKind code) => failure switch
    {
        NestAuthorizationFailure.ExpiredCode => $"{code.Name} is older than {code.Lifetime}. {code.Renewal}",
        NestAuthorizationFailure.InvalidCode => $"{code.Name} is not known: it was already used, is misspelled, or is older than {code.Lifetime}. {code.Renewal}",
        NestAuthorizationFailure.InactiveClient => "The client is not active. Activate it in the developer console, or use another client.",
        NestAuthorizationFailure.UnregisteredRedirect => "The redirect URI is not registered for the client. Register it in the developer console, or set RedirectUri to exactly the registered one.",
        NestAuthorizationFailure.InvalidRequest => "The authorization request is incomplete. Check ClientId, ClientSecret and TokenEndpoint.",
        NestAuthorizationFailure.InvalidClient => "The client id or the client secret is wrong. Copy both again from the developer console into ClientId and ClientSecret.",
        NestAuthorizationFailure.ConsentDenied => "The user declined. Nothing was connected. Ask again if that was a mistake.",
        _ => $"The authorization server refused the request{(body.Words.Length == 0 ? " and gave no reason" : "")}. {code.Renewal}",
    };

    private static WwnServerError Whole(OAuthResponse answer, OAuthErrorBody body) =>
        new() { Status = (int)answer.Status, Reason = body.Error, Message = body.Description, InstanceId = body.InstanceId };

    private static string Advice(HttpStatusCode status) => (int)status >= 500 || status == HttpStatusCode.RequestTimeout
        ? "the server failed. Try again later."
        : "there is nothing at that address. Check the token endpoint.";
}
