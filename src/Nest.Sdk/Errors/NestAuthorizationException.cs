namespace Nest.Sdk;

/// <summary>The token was refused or revoked, the user's consent was denied, or the token may not do what was asked. Nothing is retried: the user must authorize again, or accept a further permission.</summary>
public class NestAuthorizationException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestAuthorizationException()
        : this("The access token was refused. Ask the user to authorize again.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What was refused and what to do.</param>
    public NestAuthorizationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What was refused and what to do.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestAuthorizationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Why authorization failed. Default: <see cref="NestAuthorizationFailure.Denied"/>.</summary>
    public NestAuthorizationFailure Failure { get; init; }

    /// <summary>Whether the server answered 401: it knows the token no more, did nothing, and may take another.</summary>
    internal bool IsUnauthorized { get; init; }
}
