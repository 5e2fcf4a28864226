namespace Nest.Sdk.Sdm.Events;

/// <summary>What must be done before a message can be handled, or acknowledged.</summary>
/// <param name="work">Does it, and decides what follows.</param>
internal sealed class FeedStep(Func<CancellationToken, Task<FeedNext>> work)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<CancellationToken, Task<FeedNext>> Work => work;

    /// <summary>Keeps the messages that wait in their order. Null where order does not matter.</summary>
    public FeedOrder? Order { get; init; }

    /// <summary>Whether the next message waits too. False for what may take long.</summary>
    public bool HoldsTurn { get; init; }

    /// <summary>The end of the message before this one.</summary>
    public Task Before { get; set; } = Task.CompletedTask;

    /// <summary>The end of this message.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Lets the messages behind this one go on.</summary>
    public void Skip() => _ended.TrySetResult();
}
