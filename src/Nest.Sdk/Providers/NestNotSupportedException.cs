namespace Nest.Sdk;

/// <summary>
/// The exception for a call that the client's backend does not support for any device. Nothing was sent. Check
/// <see cref="NestCapabilities.Supports(NestCapability)"/> first.
/// </summary>
public class NestNotSupportedException : NestException
{
    /// <summary>Creates the exception with no further details.</summary>
    public NestNotSupportedException()
        : this("The backend does not support this. Nothing was sent.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What is not supported.</param>
    public NestNotSupportedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What is not supported.</param>
    /// <param name="innerException">The cause, or null.</param>
    public NestNotSupportedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a capability that a backend does not support.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="capability">The capability.</param>
    public NestNotSupportedException(NestBackend backend, NestCapability capability)
        : this($"The backend '{backend}' does not support '{capability}'. Nothing was sent.") => (Backend, Capability) = (backend, capability);

    /// <summary>The capability that is not supported. Default: absent.</summary>
    public NestCapability Capability { get; init; }

    /// <summary>The backend that does not support it. Default: absent.</summary>
    public NestBackend Backend { get; init; }
}
