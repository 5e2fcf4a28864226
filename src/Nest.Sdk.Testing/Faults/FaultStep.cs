using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults;

/// <summary>A step of a fault. It is played on a call before its response, or on an open stream.</summary>
internal abstract class FaultStep(string name) : IStreamStep
{
    public string Name => name;

    /// <summary>Whether the step is the last one of its fault.</summary>
    public virtual bool IsEnd => false;

    /// <summary>Whether the step replaces the regular response.</summary>
    public virtual bool IsAnswer => false;

    /// <summary>Whether the step needs the headers of the regular response to be sent first.</summary>
    public virtual bool NeedsHeaders => false;

    /// <summary>Whether the step applies to streams only.</summary>
    public virtual bool NeedsStream => false;

    /// <summary>Whether the step applies only to a write that passes the rules.</summary>
    public virtual bool NeedsWrite => false;

    /// <summary>Plays the step on a call.</summary>
    public virtual Task PlayAsync(FaultedCall call) => Task.CompletedTask;

    public virtual TimeSpan? Wait => null;

    public virtual StreamFrame? CreateFrame(StreamSubscription stream) => null;

    /// <summary>Plays the step on an open stream when it leaves the queue.</summary>
    public virtual Task PlayAsync(StreamPump stream, Task lifted) => Task.CompletedTask;

    /// <summary>Whether the step takes effect before the items in the queue of an open stream.</summary>
    public virtual bool IsImmediate => false;

    /// <summary>Plays an immediate step on an open stream at once.</summary>
    public virtual void PlayAtOnce(StreamSubscription stream, Task lifted) => throw new InvalidOperationException($"The step '{Name}' is not immediate.");
}
