namespace Nest.Sdk.Testing.Streams;

/// <summary>A step of a script on an open stream.</summary>
internal interface IStreamStep
{
    /// <summary>Whether nothing can come after it.</summary>
    bool IsEnd { get; }

    /// <summary>Whether an open stream need not say first what is queued.</summary>
    bool IsImmediate { get; }

    /// <summary>
    /// How long the stream waits when the turn of this step has come; null when it does something else.
    /// </summary>
    TimeSpan? Wait { get; }

    /// <summary>The event that it sends, made when it is queued; null when it does something else.</summary>
    StreamFrame? CreateFrame(StreamSubscription stream);

    /// <summary>Plays it when its turn has come; <paramref name="lifted"/> ends when the script is over.</summary>
    Task PlayAsync(StreamPump stream, Task lifted);

    /// <summary>Plays it at once, if it is immediate.</summary>
    void PlayAtOnce(StreamSubscription stream, Task lifted);
}
