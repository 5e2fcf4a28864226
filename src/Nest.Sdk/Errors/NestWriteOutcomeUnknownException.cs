namespace Nest.Sdk;

/// <summary>
/// A write was sent, but its outcome is unknown: no response arrived, or the caller canceled the wait. It may have
/// taken effect.
/// </summary>
/// <remarks>
/// Read the device before you send it again. After a cancellation by the caller, <see cref="Exception.InnerException"/>
/// is an <see cref="OperationCanceledException"/>.
/// </remarks>
public class NestWriteOutcomeUnknownException : NestException
{
    /// <summary>Creates the exception with a default message.</summary>
    public NestWriteOutcomeUnknownException()
        : this("The write was sent, but its outcome is unknown. It may have taken effect. Read the device before you send it again.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">Why the outcome is unknown.</param>
    public NestWriteOutcomeUnknownException(string message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">Why the outcome is unknown.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestWriteOutcomeUnknownException(string message, Exception? innerException)
        : base(message, innerException) => WriteMayHaveHappened = true;

    /// <summary>
    /// True when the server accepted the write, and only the wait for <see cref="NestWriteOptions.Confirm"/> was
    /// canceled.
    /// </summary>
    public bool WasAccepted { get; init; }
}
