namespace Nest.Sdk.Testing.Waiting;

/// <summary>Tells waiters that something happened, so that none of them has to look again and again.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource _next = Create();

    /// <summary>Ends at the next beat. Take it before looking at the state, or a beat in between is lost.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Beat() => Interlocked.Exchange(ref _next, Create()).SetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
