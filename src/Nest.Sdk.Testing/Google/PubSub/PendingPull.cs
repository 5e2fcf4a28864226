namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>A pull that waits for a first message.</summary>
/// <param name="max">The largest number of messages that it takes.</param>
internal sealed class PendingPull(int max)
{
    private readonly TaskCompletionSource<IReadOnlyList<(string AckId, PubSubMessage Message)>?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Max => max;

    /// <summary>
    /// Completes with the messages, possibly none. Null when the subscription can no longer be pulled.
    /// </summary>
    public Task<IReadOnlyList<(string AckId, PubSubMessage Message)>?> Ended => _ended.Task;

    public void End(IReadOnlyList<(string AckId, PubSubMessage Message)>? messages) => _ended.TrySetResult(messages);
}
