namespace Nest.Sdk;

/// <summary>The backend of the client has no way to do this, for any device. Nothing was sent. Ask <see cref="NestCapabilities.Supports(NestCapability)"/> first.</summary>
public class NestNotSupportedException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestNotSupportedException()
        : this("The backend does not support this. Nothing was sent.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What is not supported.</param>
    public NestNotSupportedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What is not supported.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestNotSupportedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the error for a capability that a backend lacks.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="capability">The capability.</param>
    public NestNotSupportedException(NestBackend backend, NestCapability capability)
        : this($"The backend '{backend}' does not support '{capability}'. Nothing was sent.") => (Backend, Capability) = (backend, capability);

    /// <summary>What is not supported; absent when not given.</summary>
    public NestCapability Capability { get; init; }

    /// <summary>The backend that lacks it; absent when not given.</summary>
    public NestBackend Backend { get; init; }
}
