namespace Nest.Sdk.Streaming;

/// <summary>Lets a stream with a new token take the place of the one with the old, which goes on meanwhile, so that no subscriber is without.</summary>
/// <param name="policy">How long to wait between two of them: a source that never settles must not storm the server.</param>
/// <param name="reports">Reports a stream that did not come about.</param>
/// <param name="time">The clock.</param>
internal sealed class StreamHandOver(ReconnectPolicy policy, StreamReports reports, TimeProvider time)
{
    private StreamLink? _latest;

    /// <summary>Waits until the token of a stream has changed and a new stream may be opened, or the stream has ended.</summary>
    /// <returns>False when it has ended.</returns>
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
    /// <param name="old">The stream with the old one.</param>
    /// <param name="open">Opens a stream with the current token.</param>
    /// <param name="cancellationToken">Closes the streams.</param>
    /// <returns>The new stream; null when it did not come about: then the old one goes on, and the next token is another chance.</returns>
    public async Task<StreamLink?> OpenAsync(StreamLink old, Func<StreamLink> open, CancellationToken cancellationToken)
    {
        // One that failed was up for no time at all, however long the old one has lived meanwhile.
        policy.Failed(_latest?.UpFor ?? TimeSpan.Zero, null);
        // Before the source is asked: a change from now on may come too late for this attempt.
        old.WatchToken();
        var next = _latest = open();
        // When the old one ends first, the new one is all there is: its end decides.
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
