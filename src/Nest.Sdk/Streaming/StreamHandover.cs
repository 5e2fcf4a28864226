namespace Nest.Sdk.Streaming;

/// <summary>
/// Replaces a stream by one with a new token. The old stream continues meanwhile, so that no subscriber is without a
/// stream.
/// </summary>
/// <param name="policy">
/// The delay between two replacements. A source whose token always changes must not flood the server.
/// </param>
/// <param name="reports">Reports a new stream that failed.</param>
/// <param name="time">The clock.</param>
internal sealed class StreamHandover(ReconnectPolicy policy, StreamReports reports, TimeProvider time)
{
    private StreamLink? _latest;

    /// <summary>
    /// Waits until the token of a stream has changed and a new stream may be opened, or until the stream has ended.
    /// </summary>
    /// <returns>False when the stream has ended.</returns>
    public async Task<bool> IsDueAsync(StreamLink link, CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(link.Ended, link.Outdated).ConfigureAwait(false) == link.Ended)
            return false;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(link.Ended, Task.Delay(policy.Remaining, time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return first != link.Ended;
    }

    /// <summary>Opens a stream with the new token.</summary>
    /// <param name="old">The stream with the old token.</param>
    /// <param name="open">Opens a stream with the current token.</param>
    /// <param name="cancellationToken">Cancels the streams.</param>
    /// <returns>
    /// The new stream. Null when it failed: the old stream continues, and the next token starts another attempt.
    /// </returns>
    public async Task<StreamLink?> OpenAsync(StreamLink old, Func<StreamLink> open, CancellationToken cancellationToken)
    {
        // A failed replacement was up for no time, however long the old stream has lived meanwhile.
        policy.Failed(_latest?.UpFor ?? TimeSpan.Zero, null);
        // Before the source is read: a later change may be too late for this attempt.
        old.WatchToken();
        var next = _latest = open();
        // When the old stream ends first, only the new one is left, and its end counts.
        var first = await Task.WhenAny(next.Connected, next.Ended, old.Ended).ConfigureAwait(false);
        if (first == old.Ended && !cancellationToken.IsCancellationRequested)
            old.Lose(StreamFailure.Of(old.Ended.Exception?.GetBaseException()));
        if (first != next.Ended || cancellationToken.IsCancellationRequested)
            return next;
        reports.NotHandedOver(StreamFailure.Of(next.Ended.Exception?.GetBaseException()));
        await next.DisposeAsync().ConfigureAwait(false);
        return null;
    }
}
