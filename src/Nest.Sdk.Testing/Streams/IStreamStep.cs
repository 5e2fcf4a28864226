namespace Nest.Sdk.Testing.Streams;

/// <summary>A step of a script on an open stream.</summary>
internal interface IStreamStep
{
    /// <summary>Whether the step is the last one of its script.</summary>
    bool IsEnd { get; }

    /// <summary>Whether the step takes effect before the items in the queue.</summary>
    bool IsImmediate { get; }

    /// <summary>How long the stream waits at this step. Null for a step that is not a wait.</summary>
    TimeSpan? Wait { get; }

    /// <summary>
    /// Creates the event that the step sends. Called when the step is queued. Null for a step that sends no event.
    /// </summary>
    StreamFrame? CreateFrame(StreamSubscription stream);

    /// <summary>
    /// Plays the step when it leaves the queue. <paramref name="lifted"/> completes when the effect of the script ends.
    /// </summary>
    Task PlayAsync(StreamPump stream, Task lifted);

    /// <summary>Plays an immediate step at once.</summary>
    void PlayAtOnce(StreamSubscription stream, Task lifted);
}
