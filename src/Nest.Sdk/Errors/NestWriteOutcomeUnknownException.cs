namespace Nest.Sdk;

/// <summary>A write was sent, and what became of it is not known: no answer came, or the caller did not wait for it. It may have happened.</summary>
/// <remarks>Look at the device before you send it again. A caller's cancellation is the <see cref="Exception.InnerException"/>, an <see cref="OperationCanceledException"/>.</remarks>
public class NestWriteOutcomeUnknownException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestWriteOutcomeUnknownException()
        : this("The write was sent, but what became of it is not known. It may have happened: read the device before you send it again.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">Why the outcome is not known.</param>
    public NestWriteOutcomeUnknownException(string message)
        : this(message, null)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">Why the outcome is not known.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestWriteOutcomeUnknownException(string message, Exception? innerException)
        : base(message, innerException) => WriteMayHaveHappened = true;

    /// <summary>True when the server had accepted the write, and only the watch for <see cref="NestWriteOptions.Confirm"/> was broken off.</summary>
    public bool WasAccepted { get; init; }
}
