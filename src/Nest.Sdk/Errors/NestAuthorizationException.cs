namespace Nest.Sdk;

/// <summary>
/// The token was refused or revoked, the user denied consent, or the token lacks a permission. Calls are never retried
/// automatically: the user must authorize again or grant the permission.
/// </summary>
public class NestAuthorizationException : NestException
{
    /// <summary>Creates the exception with a default message.</summary>
    public NestAuthorizationException()
        : this("The access token was refused. Ask the user to authorize again.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What was refused and what to do.</param>
    public NestAuthorizationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What was refused and what to do.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestAuthorizationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Why authorization failed. Default: <see cref="NestAuthorizationFailure.Denied"/>.</summary>
    public NestAuthorizationFailure Failure { get; init; }

    /// <summary>Whether the server answered 401. It did nothing, and may accept another token.</summary>
    internal bool IsUnauthorized { get; init; }

    /// <summary>
    /// Whether a token that was renewed a moment ago was refused. That is a fault of the service: a withdrawn
    /// authorization is refused when the token is renewed.
    /// </summary>
    internal bool IsAfterRenewal { get; private set; }

    /// <summary>
    /// Whether a stream ends permanently. False for what may be granted while the stream continues to try.
    /// </summary>
    internal bool EndsStream => !IsAfterRenewal && Failure is not (NestAuthorizationFailure.MissingScope or NestAuthorizationFailure.ServiceAccountRefused);

    /// <summary>Returns a copy for a refusal of a renewed token.</summary>
    internal NestAuthorizationException AfterRenewal()
    {
        var copy = (NestAuthorizationException)MemberwiseClone();
        copy.IsAfterRenewal = true;
        return copy;
    }
}
