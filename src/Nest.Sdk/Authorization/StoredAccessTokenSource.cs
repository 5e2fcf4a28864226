namespace Nest.Sdk.Authorization;

/// <summary>A source that reads the token of one account from a store, and can get the first one.</summary>
internal sealed class StoredAccessTokenSource : IAccessTokenSource
{
    /// <summary>
    /// The wait between checks, so that a store that always reports a change is not read in a hot loop.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly INestTokenStore _store;
    private readonly string _account;
    private readonly TimeProvider _time;
    private readonly SingleFlight<AccessToken> _first;
    private Func<CancellationToken, Task<NestToken>>? _authorize;
    private NestAuthorizationException? _failed;
    private NestToken? _unsaved;

    public StoredAccessTokenSource(INestTokenStore store, string account, Func<CancellationToken, Task<NestToken>>? authorize, TimeProvider time)
    {
        (_store, _account, _authorize, _time) = (store, account, authorize, time);
        _first = new SingleFlight<AccessToken>(AuthorizeAsync);
    }

    public async ValueTask<AccessToken> GetTokenAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken).ConfigureAwait(false) is { } stored
            ? AccessTokenOf(stored)
            : await _first.RunAsync(cancellationToken).ConfigureAwait(false);

    public async Task WaitForChangeAsync(AccessToken current, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await ReadAsync(cancellationToken).ConfigureAwait(false);
            // A removed token is not a change: its stream ends when the token is revoked.
            if (stored?.AccessToken is { } other && !other.Equals(current))
                return;
            await _store.WaitForChangeAsync(_account, stored, cancellationToken).ConfigureAwait(false);
            if (Equals(await ReadAsync(cancellationToken).ConfigureAwait(false), stored))
                await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask<NestToken?> ReadAsync(CancellationToken cancellationToken) => _store.ReadAsync(_account, cancellationToken);

    private async Task<AccessToken> AuthorizeAsync(CancellationToken cancellationToken)
    {
        // A call that ended just now may have stored it.
        if (await ReadAsync(cancellationToken).ConfigureAwait(false) is { } stored)
            return AccessTokenOf(stored);
        try
        {
            _unsaved ??= await FirstAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NestAuthorizationException) when (_failed is not null)
        {
            // Another process may have used the same code for the same store.
            if (await ReadAsync(cancellationToken).ConfigureAwait(false) is { } other)
                return AccessTokenOf(other);
            throw;
        }

        // Not cancelled, and retained when saving fails: the same code gives no second token.
        var token = _unsaved;
        await _store.SaveAsync(_account, token, CancellationToken.None).ConfigureAwait(false);
        _unsaved = null;
        return AccessTokenOf(token);
    }

    private async Task<NestToken> FirstAsync(CancellationToken cancellationToken)
    {
        if (_authorize is not { } authorize)
            throw _failed is { } failed ? new NestAuthorizationException(failed.Message, failed) { Failure = failed.Failure } : Missing();
        try
        {
            var token = await authorize(cancellationToken).ConfigureAwait(false);
            if (token?.AccessToken is null)
                throw new InvalidOperationException("The function that authorizes returned no access token.");
            _authorize = null;
            return token;
        }
        catch (NestAuthorizationException error)
        {
            // A refused code stays refused, and a retry must not open another browser window.
            (_authorize, _failed) = (null, error);
            throw;
        }
    }

    /// <summary>
    /// Gets the access token. An account of another backend is an error and is not authorized again, which would
    /// overwrite its refresh token.
    /// </summary>
    private AccessToken AccessTokenOf(NestToken token) => token.AccessToken ??
        throw new NestAuthorizationException($"The account '{_account}' in {_store} has a refresh token and no access token. Use it with the backend it was authorized for, or choose another account.") { Failure = NestAuthorizationFailure.Missing };

    private NestAuthorizationException Missing() =>
        new($"No token is stored for the account '{_account}' in {_store}. Ask the user to authorize and save the token there, or set AccessToken.") { Failure = NestAuthorizationFailure.Missing };
}
