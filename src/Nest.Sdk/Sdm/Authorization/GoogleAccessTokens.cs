using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Http;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// The access tokens of a user: got with the refresh token, a minute before the current one expires, once for all
/// concurrent callers. See docs/protocol/smart-device-management.md#token-calls.
/// </summary>
internal sealed class GoogleAccessTokens : IAccessTokenSource
{
    /// <summary>
    /// How often another program may have authorized again while this one refreshes. More is a store that changes
    /// endlessly.
    /// </summary>
    private const int MostGrants = 3;

    private readonly string _clientId;
    private readonly ClientSecret _secret;
    private readonly IGrant _grant;
    private readonly Uri _tokenEndpoint;
    private readonly GoogleTokenEndpoint _endpoint;
    private readonly ILogger _logger;
    private readonly RefreshedAccess _access;

    /// <param name="clientId">The OAuth client.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="grant">The refresh token.</param>
    /// <param name="tokenEndpoint">Google's token endpoint.</param>
    /// <param name="http">
    /// The client's handler for calls, with <see cref="SecretFormHandler"/> at its inner end. Not disposed.
    /// </param>
    /// <param name="limits">The timeouts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The logger.</param>
    public GoogleAccessTokens(string clientId, ClientSecret secret, IGrant grant, Uri tokenEndpoint, HttpMessageInvoker http, HttpTimeouts limits, TimeProvider time, ILogger logger)
    {
        (_clientId, _secret, _grant, _tokenEndpoint, _logger) = (clientId, secret, grant, tokenEndpoint, logger);
        _endpoint = new GoogleTokenEndpoint(new OAuthHttp(http, limits, time), tokenEndpoint);
        _access = new RefreshedAccess(RefreshAsync, time);
    }

    public ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) => _access.GetAsync(cancellationToken);

    public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) => _access.RenewAsync(refused, cancellationToken);

    private async Task<GrantedAccess> RefreshAsync(CancellationToken cancellationToken)
    {
        var grant = await _grant.ReadAsync(_tokenEndpoint, cancellationToken).ConfigureAwait(false);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var tokens = await RequestAsync(grant, cancellationToken).ConfigureAwait(false);
                await _grant.NoteAsync(grant, tokens, cancellationToken).ConfigureAwait(false);
                AuthorizationLog.Refreshed(_logger, tokens.Access.Lifetime);
                return tokens.Access;
            }
            catch (NestAuthorizationException refused) when (refused.Failure == NestAuthorizationFailure.Revoked && tries < MostGrants)
            {
                // Another program may have authorized again since the store was read.
                var current = await _grant.ReadAsync(_tokenEndpoint, cancellationToken).ConfigureAwait(false);
                if (Equals(current.RefreshToken, grant.RefreshToken))
                    throw;
                grant = current;
            }
        }
    }

    private Task<GoogleTokens> RequestAsync(NestToken grant, CancellationToken cancellationToken)
    {
        var refresh = grant.RefreshToken!.Reveal();
        var form = new SecretForm(("grant_type", "refresh_token"), ("refresh_token", refresh), ("client_id", _clientId), ("client_secret", _secret.Reveal()));
        return _endpoint.RequestAsync(form, [refresh, _secret.Reveal()], (answer, error) => GoogleTokenErrors.OfRefresh(answer, error, grant), cancellationToken);
    }
}
