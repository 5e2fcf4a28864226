namespace Nest.Sdk;

/// <summary>The network failed: no connection, no answer in time, a stream that went silent, or a redirect to a host that is not allowed.</summary>
public class NestConnectionException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestConnectionException()
        : this("The Nest server cannot be reached.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What failed and what to check.</param>
    public NestConnectionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What failed and what to check.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What failed. Default: <see cref="DisconnectReason.NetworkError"/>.</summary>
    public DisconnectReason Reason { get; init; }

    /// <summary>Whether it is sure that no byte of the request left for the server.</summary>
    internal bool NothingWasSent { get; init; }

    /// <summary>True, because networks come back; false after a refused redirect, which the next attempt would meet again.</summary>
    public override bool IsTransient => Reason != DisconnectReason.RedirectRefused;
}
