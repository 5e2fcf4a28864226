namespace Nest.Sdk.Authorization.OAuth;

/// <summary>
/// Holds an access token until shortly before it expires, and then gets another, once for all concurrent callers.
/// </summary>
internal sealed class RefreshedAccess
{
    /// <summary>
    /// How long before its end a token is replaced, so that it does not expire on its way. At most half the lifetime.
    /// </summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly SingleFlight<Held> _flight;
    private Held? _held;

    /// <param name="refresh">Gets another token.</param>
    /// <param name="time">The clock.</param>
    public RefreshedAccess(Func<CancellationToken, Task<GrantedAccess>> refresh, TimeProvider time)
    {
        _time = time;
        _flight = new SingleFlight<Held>(stop => RefreshAsync(refresh, stop));
    }

    /// <exception cref="NestException">No token was granted.</exception>
    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        Current() is { } held ? held.Token : (await _flight.RunAsync(cancellationToken).ConfigureAwait(false)).Token;

    /// <summary>Gets another token than the refused one. All callers with the same refused token share one.</summary>
    /// <returns>The token. Null when the server grants the refused one again.</returns>
    /// <exception cref="NestException">No token was granted.</exception>
    public async ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        // A caller whose refusal arrives late must not discard the token that replaced the refused one.
        if (Volatile.Read(ref _held) is { } held && held.Token.Equals(refused))
            Interlocked.CompareExchange(ref _held, null, held);
        var token = await GetAsync(cancellationToken).ConfigureAwait(false);
        return token.Equals(refused) ? null : token;
    }

    private Held? Current() => Volatile.Read(ref _held) is { } held && !held.IsOver(_time) ? held : null;

    private async Task<Held> RefreshAsync(Func<CancellationToken, Task<GrantedAccess>> refresh, CancellationToken cancellationToken)
    {
        // A call that ended just now may have got it.
        if (Current() is { } held)
            return held;
        // The lifetime began on the server after this moment.
        var (at, stamp) = (_time.GetUtcNow(), _time.GetTimestamp());
        var granted = await refresh(cancellationToken).ConfigureAwait(false);
        var early = Early < granted.Lifetime / 2 ? Early : granted.Lifetime / 2;
        held = new Held(granted.Token, at, stamp, granted.Lifetime - early);
        Volatile.Write(ref _held, held);
        return held;
    }

    /// <param name="Token">The token.</param>
    /// <param name="At">When it was requested.</param>
    /// <param name="Stamp">The same time by the monotonic clock.</param>
    /// <param name="Use">How long it is used.</param>
    private sealed record Held(AccessToken Token, DateTimeOffset At, long Stamp, TimeSpan Use)
    {
        /// <summary>
        /// Whether the time of use is over by either clock: the wall clock can be set back, and the monotonic clock of
        /// some systems stops while they sleep.
        /// </summary>
        public bool IsOver(TimeProvider time) => time.GetElapsedTime(Stamp) >= Use || time.GetUtcNow() - At >= Use;
    }
}
