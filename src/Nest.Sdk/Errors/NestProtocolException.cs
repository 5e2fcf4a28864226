namespace Nest.Sdk;

/// <summary>
/// A response cannot be read: it is not JSON, not UTF-8, or not of the shape that the protocol defines.
/// </summary>
/// <remarks>The message names the position, never the content: a body may contain secrets.</remarks>
public class NestProtocolException : NestException
{
    /// <summary>Creates the exception with a default message.</summary>
    public NestProtocolException()
        : this("The response cannot be read.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What could not be read and what was expected.</param>
    public NestProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What could not be read and what was expected.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestProtocolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The path of the request, or the position inside the document. Null when unknown.</summary>
    public string? Path { get; init; }
}
