namespace Nest.Sdk;

/// <summary>An answer arrived that cannot be read: not JSON, not UTF-8, or not of the shape that the protocol has.</summary>
/// <remarks>The text names the place, never the content: a body may hold secrets.</remarks>
public class NestProtocolException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestProtocolException()
        : this("The answer cannot be read.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What could not be read and what was expected.</param>
    public NestProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What could not be read and what was expected.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestProtocolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The path that was asked for or the place inside the document; null when it is not known.</summary>
    public string? Path { get; init; }
}
