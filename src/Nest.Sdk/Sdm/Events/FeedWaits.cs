namespace Nest.Sdk.Sdm.Events;

/// <summary>What a message waits for.</summary>
/// <param name="time">The clock.</param>
internal sealed class FeedWaits(TimeProvider time)
{
    private static readonly TimeSpan LastReturn = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>Waits until the clients have changed.</summary>
    public static async Task<FeedNext> ChangedAsync(Task changed, CancellationToken cancellationToken)
    {
        await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        return FeedNext.Handle;
    }

    /// <summary>Waits for lists. Without one of them the message comes again.</summary>
    public static async Task<FeedNext> ListedAsync(IReadOnlyList<Task<bool>> lists) =>
        Array.TrueForAll(await Task.WhenAll(lists).ConfigureAwait(false), static isRead => isRead) ? FeedNext.HandleListed : FeedNext.Return;

    /// <summary>Without an observer the program may be about to end: what no observer has seen must stay in hand.</summary>
    public async Task<FeedNext> MomentAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Moment, time, cancellationToken).ConfigureAwait(false);
        return FeedNext.Handle;
    }

    /// <summary>Waits until the observers have returned from what was published.</summary>
    public async Task<FeedNext> DeliveredAsync(FeedMember[] members, CancellationToken cancellationToken)
    {
        var delivered = Task.WhenAll(members.Where(static member => member.Settings.AwaitsDelivery).Select(static member => member.DeliveredAsync()));
        await delivered.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // An observer that ends the program returns a moment after that. One that does not has not had the message.
        await delivered.WaitAsync(LastReturn, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return delivered.IsCompletedSuccessfully ? FeedNext.Acknowledge : throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Reads a device with implausible traits, once for each client that has it.</summary>
    public static async Task<FeedNext> CheckedAsync(IReadOnlyList<FeedMember> members, string device, CancellationToken cancellationToken)
    {
        foreach (var member in members)
            await member.CheckAsync(device, cancellationToken).ConfigureAwait(false);
        return FeedNext.Acknowledge;
    }
}
