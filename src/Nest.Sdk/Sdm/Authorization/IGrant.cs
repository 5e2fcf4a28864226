namespace Nest.Sdk.Sdm.Authorization;

/// <summary>Where the refresh token comes from.</summary>
internal interface IGrant
{
    /// <summary>Gets the current refresh token and what is known of it.</summary>
    /// <exception cref="NestException">No refresh token is stored, or it cannot be read.</exception>
    ValueTask<NestToken> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Notes that the refresh token was accepted. Never throws, except when cancelled.</summary>
    /// <param name="used">The token that was used.</param>
    /// <param name="tokens">The response.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task NoteAsync(NestToken used, GoogleTokens tokens, CancellationToken cancellationToken);
}
