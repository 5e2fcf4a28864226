using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// The refresh token of an account in a store. Read for each refresh, since another program may have authorized again.
/// </summary>
internal sealed class StoredGrant(INestTokenStore store, string account, TimeSpan limit, TimeProvider time, ILogger logger) : IGrant
{
    /// <summary>How often the time of the last refresh is stored.</summary>
    private static readonly TimeSpan NoteEvery = TimeSpan.FromHours(1);

    private bool _hasFailed;

    public async ValueTask<NestToken> ReadAsync(Uri recipient, CancellationToken cancellationToken)
    {
        var grant = await store.ReadAsync(account, cancellationToken).ConfigureAwait(false)
            ?? throw Missing($"No refresh token is stored for the account '{account}' in {store}. Ask the user to authorize and save the token there, or set Sdm.RefreshToken.");
        if (grant.RefreshToken is null)
            throw Missing($"The account '{account}' in {store} has no refresh token. It was authorized for another backend. Authorize it for Google, or choose another account.");
        if (!GrantOrigin.MayReceive(recipient, grant))
            throw Missing($"The account '{account}' in {store} was authorized at {GrantOrigin.Text(GrantOrigin.Of(grant))}, and Sdm.TokenEndpoint names {GrantOrigin.Text(recipient)}. Its refresh token was not sent. Set Sdm.TokenEndpoint to {GrantOrigin.Of(grant).AbsoluteUri}, or authorize the account at {GrantOrigin.Text(recipient)}.");
        return grant;
    }

    public async Task NoteAsync(NestToken used, GoogleTokens tokens, CancellationToken cancellationToken)
    {
        if (!IsDue(used, tokens))
            return;
        try
        {
            await SaveAsync(used, tokens, cancellationToken).WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The access token is there, and the time is only for explanations. The store is the user's code.
            if (!_hasFailed)
                AuthorizationLog.NotNoted(logger, error is NestTokenStoreException ? error.Message : error.GetType().Name);
            _hasFailed = true;
        }
    }

    private static bool IsDue(NestToken used, GoogleTokens tokens) =>
        IsReplaced(used, tokens) || used.RefreshedAt is not { } last || (tokens.Date - last).Duration() >= NoteEvery || used.AccessToken is not null;

    private static bool IsReplaced(NestToken used, GoogleTokens tokens) => tokens.Refresh is { } next && !next.Equals(used.RefreshToken);

    private async Task SaveAsync(NestToken used, GoogleTokens tokens, CancellationToken cancellationToken)
    {
        // Another program may have authorized again, or removed the account, meanwhile. A change between this read and the
        // save is lost: a store has no compare-and-save, and a vault or database of the user's need not have one.
        if (await store.ReadAsync(account, cancellationToken).ConfigureAwait(false) is not { } current || !Equals(current.RefreshToken, used.RefreshToken))
            return;
        // No access token stays in the store: it ends in an hour.
        await store.SaveAsync(account, current with { RefreshToken = tokens.Refresh ?? current.RefreshToken, RefreshedAt = tokens.Date, AccessToken = null, ExpiresAt = null }, cancellationToken).ConfigureAwait(false);
    }

    private static NestAuthorizationException Missing(string message) => new(message) { Failure = NestAuthorizationFailure.Missing };
}
