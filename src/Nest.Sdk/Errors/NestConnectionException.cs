namespace Nest.Sdk;

/// <summary>
/// The network failed: no connection, no response before the timeout, a silent stream, or a redirect to a host that is
/// not allowed.
/// </summary>
public class NestConnectionException : NestException
{
    /// <summary>Creates the exception with a default message.</summary>
    public NestConnectionException()
        : this("The Nest server cannot be reached.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What failed and what to check.</param>
    public NestConnectionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What failed and what to check.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What failed. Default: <see cref="DisconnectReason.NetworkError"/>.</summary>
    public DisconnectReason Reason { get; init; }

    /// <summary>Whether it is certain that no byte of the request was sent.</summary>
    internal bool NothingWasSent { get; init; }

    /// <summary>
    /// True, because networks recover. False after a refused redirect, which the next attempt would meet again.
    /// </summary>
    public override bool IsTransient => Reason != DisconnectReason.RedirectRefused;
}
