namespace Nest.Sdk;

/// <summary>
/// One subscriber was so slow that its queue overflowed. Only that subscription ends. Subscribe again to start from the
/// current state.
/// </summary>
public class NestSlowSubscriberException : NestException
{
    /// <summary>Creates the exception with a default message.</summary>
    public NestSlowSubscriberException()
        : this("The subscriber is too slow: its queue overflowed.")
    {
    }

    /// <summary>Creates the exception for a queue of a given size.</summary>
    /// <param name="capacity">The number of values that were waiting.</param>
    public NestSlowSubscriberException(int capacity)
        : this($"The subscriber is too slow: {capacity} values were waiting for it. Do less in OnNext, or raise SubscriberQueueCapacity.")
    {
        Capacity = capacity;
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do.</param>
    public NestSlowSubscriberException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestSlowSubscriberException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The number of values that were waiting when the queue overflowed. 0 when not given.</summary>
    public int Capacity { get; }

    /// <summary>Always true: a new subscription starts from the current state.</summary>
    public override bool IsTransient => true;
}
