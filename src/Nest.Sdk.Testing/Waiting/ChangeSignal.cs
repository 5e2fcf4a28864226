namespace Nest.Sdk.Testing.Waiting;

/// <summary>Notifies waiters of a change, so that they do not have to poll.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = Create();

    /// <summary>
    /// Completes at the next signal. Read this property before the state: a signal in between would otherwise be lost.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Notify() => Interlocked.Exchange(ref _next, Create()).SetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
