using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults;

/// <summary>One step of a fault: played on a call before its answer, or on an open stream.</summary>
internal abstract class FaultStep(string name) : IStreamStep
{
    public string Name => name;

    /// <summary>Whether nothing can come after it.</summary>
    public virtual bool IsEnd => false;

    /// <summary>Whether it is an answer in the place of the regular one.</summary>
    public virtual bool IsAnswer => false;

    /// <summary>Whether it happens in the regular answer, so that this must have begun.</summary>
    public virtual bool NeedsHeaders => false;

    /// <summary>Whether only a stream can have it.</summary>
    public virtual bool NeedsStream => false;

    /// <summary>Whether only a write that no rule refuses can have it.</summary>
    public virtual bool NeedsWrite => false;

    /// <summary>Plays it on a call.</summary>
    public virtual Task PlayAsync(FaultedCall call) => Task.CompletedTask;

    public virtual TimeSpan? Wait => null;

    public virtual StreamFrame? CreateFrame(StreamSubscription stream) => null;

    /// <summary>Plays it on an open stream, when its turn has come.</summary>
    public virtual Task PlayAsync(StreamPump stream, Task lifted) => Task.CompletedTask;

    /// <summary>Whether an open stream need not say first what is queued.</summary>
    public virtual bool IsImmediate => false;

    /// <summary>Plays it on an open stream at once, if it is immediate.</summary>
    public virtual void PlayAtOnce(StreamSubscription stream, Task lifted) => throw new InvalidOperationException($"'{Name}' does not play at once.");
}
