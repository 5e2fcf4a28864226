using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Http;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// Requests access tokens. Everything that does not come from Google's token endpoint itself is transient: a cut
/// response or the login page of a network is no reason to ask the user again.
/// </summary>
internal sealed class GoogleTokenEndpoint(OAuthHttp http, Uri address)
{
    /// <param name="form">The form of the request.</param>
    /// <param name="secrets">The secrets in it, which no message may repeat.</param>
    /// <param name="refused">Creates the error of a refusal.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="NestException">No token was granted.</exception>
    public async Task<GoogleTokens> RequestAsync(SecretForm form, IReadOnlyList<string> secrets, Func<OAuthResponse, OAuthErrorBody, NestException> refused, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(form, cancellationToken).ConfigureAwait(false);
        var error = OAuthErrorBody.Read(answer.Body, secrets);
        if (GoogleTokenErrors.Undecided(answer, error, address) is { } undecided)
            throw undecided;
        if (error.Error is not null)
            throw refused(answer, error);
        return GoogleTokens.Read(answer) ?? throw GoogleTokenErrors.Foreign(answer, address);
    }

    private async Task<OAuthResponse> SendAsync(SecretForm form, CancellationToken cancellationToken)
    {
        try
        {
            return await http.PostAsync(address, form, cancellationToken).ConfigureAwait(false);
        }
        catch (NestConnectionException error)
        {
            throw new NestConnectionException($"No access token came from {address.Authority}. {error.Message}", error) { Reason = error.Reason, NothingWasSent = error.NothingWasSent };
        }
        catch (NestProtocolException error)
        {
            // A page that is larger than any token response.
            throw new NestConnectionException($"No access token came from {address.Authority}. {error.Message}", error) { Reason = DisconnectReason.ProtocolError };
        }
    }
}
