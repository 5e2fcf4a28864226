using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Http;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// Exchanges codes and revokes tokens at Google. Secrets are sent in the form only. See
/// docs/protocol/smart-device-management.md#token-calls.
/// </summary>
internal sealed class SdmOAuthClient(OAuthHttp http, Uri tokenEndpoint)
{
    private const string MayBeUsed = "The code may be used up. Try it once more. If it is refused, ask the user to authorize again.";

    /// <summary>The address that revokes tokens: that of the token endpoint with another last segment.</summary>
    private readonly Uri _revoke = new(new Uri(tokenEndpoint.AbsoluteUri.TrimEnd('/')), "revoke");

    /// <summary>Exchanges a code, once.</summary>
    /// <exception cref="NestException">The exchange was refused, or its outcome is unknown.</exception>
    public async Task<GoogleTokens> ExchangeAsync(SdmExchange exchange, AuthorizationCode code, CancellationToken cancellationToken)
    {
        var answer = await SendOnceAsync(exchange.FormOf(code), cancellationToken).ConfigureAwait(false);
        var error = OAuthErrorBody.Read(answer.Body, exchange.SecretsOf(code));
        if (GoogleTokenErrors.Undecided(answer, error, tokenEndpoint) is { } undecided)
            throw undecided;
        if (error.Error is not null)
            throw GoogleTokenErrors.OfCode(answer, error);
        return GoogleTokens.Read(answer)
            ?? throw new NestProtocolException($"{tokenEndpoint.Authority} answered {(int)answer.Status} without an access token. Check TokenEndpoint, and whether the network shows a login page. {MayBeUsed}");
    }

    /// <summary>Revokes a token. A token that does not exist anymore counts as revoked.</summary>
    /// <exception cref="NestException">The token was not revoked.</exception>
    public async Task RevokeAsync(SecretValue token, CancellationToken cancellationToken)
    {
        var answer = await http.PostAsync(_revoke, new SecretForm(("token", token.Reveal())), cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
            return;
        var error = OAuthErrorBody.Read(answer.Body, token.Reveal());
        if (GoogleTokenErrors.Undecided(answer, error, _revoke) is { } undecided)
            throw undecided;
        if (error.Error is not ("invalid_token" or "invalid_grant"))
            throw new NestRequestException($"Google refused to revoke the token. Remove the access of the program in the Google account.{error.Words}") { StatusCode = answer.Status, ServerError = GoogleTokenErrors.Whole(answer, error) };
    }

    private async Task<OAuthResponse> SendOnceAsync(SecretForm form, CancellationToken cancellationToken)
    {
        try
        {
            return await http.PostAsync(tokenEndpoint, form, cancellationToken).ConfigureAwait(false);
        }
        catch (NestConnectionException error) when (error is { NothingWasSent: false, Reason: not DisconnectReason.RedirectRefused })
        {
            // Never retried automatically: the second attempt would be refused and hide the outcome of the first.
            throw new NestConnectionException($"{error.Message} {MayBeUsed}", error) { Reason = error.Reason };
        }
    }
}
