using System.Net;
using System.Text.Json;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn.Authorization;

/// <summary>
/// Exchanges codes and revokes tokens. Secrets are sent in the form, except the token in the path of a revocation. See
/// docs/protocol/works-with-nest.md#token-exchange and #revocation.
/// </summary>
internal sealed class OAuthClient(WwnAuthorizationOptions options, OAuthHttp http)
{
    private readonly Uri _tokenEndpoint = options.TokenEndpoint;

    /// <summary>Exchanges a PIN or code, once.</summary>
    /// <exception cref="NestException">The exchange was refused, or its outcome is unknown.</exception>
    public async Task<NestToken> ExchangeAsync(string clientId, ClientSecret secret, AuthorizationCode code, CodeKind kind, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _tokenEndpoint);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = clientId,
            ["client_secret"] = secret.Reveal(),
            ["code"] = code.Reveal(),
            ["grant_type"] = "authorization_code",
        });
        var answer = await SendOnceAsync(request, kind, cancellationToken).ConfigureAwait(false);
        var error = OAuthErrorBody.Read(answer.Body, code.Reveal(), secret.Reveal());
        if (!answer.IsSuccess || error.Error is not null)
            throw OAuthErrors.FromResponse(answer, error, kind);
        return TokenOf(answer) ?? throw new NestProtocolException($"The authorization server answered {(int)answer.Status} without an access token. Check the token endpoint, and whether the network shows a login page. {kind.Name} may be used up. {kind.Renewal}");
    }

    /// <summary>Revokes a token. A token that does not exist counts as revoked.</summary>
    /// <exception cref="NestException">The token was not revoked.</exception>
    public async Task RevokeAsync(AccessToken token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(_tokenEndpoint, "access_tokens/***"));
        request.Options.Set(SecretPathHandler.Address, new Uri(_tokenEndpoint, "access_tokens/" + Uri.EscapeDataString(token.Reveal())));
        var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess && answer.Status != HttpStatusCode.NotFound)
            throw OAuthErrors.FromResponse(answer, OAuthErrorBody.Read(answer.Body, token.Reveal()), code: null);
    }

    private async Task<OAuthResponse> SendOnceAsync(HttpRequestMessage request, CodeKind kind, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (NestConnectionException error) when (error is { NothingWasSent: false, Reason: not DisconnectReason.RedirectRefused })
        {
            // Never retried automatically: the second attempt would fail with "not known" and hide the outcome of the
            // first.
            throw new NestConnectionException($"{error.Message} {kind.Name} may be used up. Try it once more. If it is refused: {kind.Renewal}", error) { Reason = error.Reason };
        }
    }

    private async Task<OAuthResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (NestConnectionException error)
        {
            throw NestShutdown.Explain(error, _tokenEndpoint);
        }
    }

    private static NestToken? TokenOf(OAuthResponse answer)
    {
        try
        {
            using var json = JsonDocument.Parse(ByteOrderMark.Without(answer.Body));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("access_token", out var text) && text.ValueKind == JsonValueKind.String
                && AccessToken.TryParse(text.GetString(), out var token)
                ? new NestToken { AccessToken = token, ExpiresAt = TokenLifetime.Read(json.RootElement, answer.Date) is { } lifetime ? answer.Date + lifetime : null }
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
