using System.Net;

namespace Nest.Sdk;

/// <summary>The server refused the request, or failed while processing it.</summary>
public class NestRequestException : NestException
{
    /// <summary>Creates the exception with a default message.</summary>
    public NestRequestException()
        : this("The Nest server refused the request.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What was refused, with the server's message if there is one.</param>
    public NestRequestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What was refused, with the server's message if there is one.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestRequestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the response.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>
    /// The kind of refusal or failure, from the service's error first and the status second. Default:
    /// <see cref="NestRequestFailure.Refused"/>.
    /// </summary>
    public NestRequestFailure Failure { get; init; }

    /// <summary>
    /// How long the server asks to wait (<c>Retry-After</c>, seconds or date). Range: up to 1 day. Null when the server
    /// does not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// True for server failures (5xx) and timeouts (408): a read can be repeated later. Check
    /// <see cref="NestException.WriteMayHaveHappened"/> before you repeat a write.
    /// </summary>
    public override bool IsTransient => (int)StatusCode >= 500 || StatusCode == HttpStatusCode.RequestTimeout;

    internal override TimeSpan? MinimumDelay => RetryAfter ?? base.MinimumDelay;
}
