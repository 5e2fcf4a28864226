namespace Nest.Sdk.Sdm.Events;

/// <summary>What must be done before a message can be handled, or acknowledged.</summary>
/// <param name="Work">Does it, and decides what follows.</param>
internal sealed record FeedStep(Func<CancellationToken, Task<FeedNext>> Work)
{
    /// <summary>Whether the next message waits too. False for what may take long.</summary>
    public bool HoldsTurn { get; init; }
}
