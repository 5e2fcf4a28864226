namespace Nest.Sdk.Sdm.Authorization;

/// <summary>A refresh token from the settings, whose age is unknown.</summary>
internal sealed class FixedGrant(RefreshToken token) : IGrant
{
    private volatile NestToken _grant = new() { RefreshToken = token };

    /// <inheritdoc/>
    /// <remarks>The token and the token endpoint are in the same settings, so they belong together.</remarks>
    public ValueTask<NestToken> ReadAsync(Uri recipient, CancellationToken cancellationToken) => ValueTask.FromResult(_grant);

    public Task NoteAsync(NestToken used, GoogleTokens tokens, CancellationToken cancellationToken)
    {
        // Google does not replace refresh tokens today, but OAuth allows it.
        _grant = new NestToken { RefreshToken = tokens.Refresh ?? used.RefreshToken, RefreshedAt = tokens.Date };
        return Task.CompletedTask;
    }
}
