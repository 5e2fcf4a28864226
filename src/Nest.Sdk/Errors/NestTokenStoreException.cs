namespace Nest.Sdk;

/// <summary>A store of tokens cannot be read or written: a file that others can read, a damaged file, a full disk.</summary>
/// <remarks>The text says what to do, and never quotes what is stored.</remarks>
public class NestTokenStoreException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestTokenStoreException()
        : this("The token store failed.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What failed and how to mend it. It must not contain a token.</param>
    public NestTokenStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What failed and how to mend it. It must not contain a token.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestTokenStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The file or folder that is the trouble; null when it is not known.</summary>
    public string? Path { get; init; }

    /// <summary>Whether saving or removing the account's token mends it: the file is damaged, others can read it, or this user cannot. False for any other trouble.</summary>
    public bool CanBeReplaced { get; init; }
}
