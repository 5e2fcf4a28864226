namespace Nest.Sdk.Sdm.Authorization;

/// <summary>Where the refresh token comes from.</summary>
internal interface IGrant
{
    /// <summary>Gets the current refresh token and what is known of it.</summary>
    /// <param name="recipient">The token endpoint that it will be sent to.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="NestException">
    /// No refresh token is stored, it cannot be read, or another token endpoint granted it.
    /// </exception>
    ValueTask<NestToken> ReadAsync(Uri recipient, CancellationToken cancellationToken);

    /// <summary>Notes that the refresh token was accepted. Never throws, except when cancelled.</summary>
    /// <param name="used">The token that was used.</param>
    /// <param name="tokens">The response.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task NoteAsync(NestToken used, GoogleTokens tokens, CancellationToken cancellationToken);
}
