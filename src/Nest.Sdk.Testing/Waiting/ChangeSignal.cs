namespace Nest.Sdk.Testing.Waiting;

/// <summary>Signals waiters that something happened, so that they need not poll.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = Create();

    /// <summary>
    /// Completes at the next signal. Take it before reading the state, or a signal in between is lost.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Notify() => Interlocked.Exchange(ref _next, Create()).SetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
