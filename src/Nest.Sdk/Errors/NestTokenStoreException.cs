namespace Nest.Sdk;

/// <summary>
/// A token store cannot be read or written: other users can read the file, the file is damaged, or the disk is full.
/// </summary>
/// <remarks>The message says what to do, and never quotes the stored content.</remarks>
public class NestTokenStoreException : NestException
{
    /// <summary>Creates the exception with a default message.</summary>
    public NestTokenStoreException()
        : this("The token store failed.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What failed and how to fix it. It must not contain a token.</param>
    public NestTokenStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What failed and how to fix it. It must not contain a token.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestTokenStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// What to do: the end of the message. Null when the message names no remedy, or none that stands alone.
    /// </summary>
    public string? Remedy { get; init; }

    /// <summary>The file or folder with the problem. Null when unknown.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Whether saving or removing the account's token mends it: the file is damaged, others can read it, or this user
    /// cannot. False for any other trouble.
    /// </summary>
    public bool CanBeReplaced { get; init; }
}
