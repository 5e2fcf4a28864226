namespace Nest.Sdk;

/// <summary>One subscriber was so slow that its queue overflowed. Only that subscription ends; subscribe again to start with the present.</summary>
public class NestSlowSubscriberException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestSlowSubscriberException()
        : this("The subscriber is too slow: its queue overflowed.")
    {
    }

    /// <summary>Creates the error for a queue of a given size.</summary>
    /// <param name="capacity">How many values waited.</param>
    public NestSlowSubscriberException(int capacity)
        : this($"The subscriber is too slow: {capacity} values were waiting for it. Do less in OnNext, or raise SubscriberQueueCapacity.")
    {
        Capacity = capacity;
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What happened and what to do.</param>
    public NestSlowSubscriberException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestSlowSubscriberException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How many values waited when the queue overflowed; 0 when not given.</summary>
    public int Capacity { get; }

    /// <summary>Always true: a new subscription starts with the present.</summary>
    public override bool IsTransient => true;
}
