using System.Net;

namespace Nest.Sdk;

/// <summary>The server understood the request and refused it, or failed while answering it.</summary>
public class NestRequestException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestRequestException()
        : this("The Nest server refused the request.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What was refused, in the server's words where it gave some.</param>
    public NestRequestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What was refused, in the server's words where it gave some.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestRequestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>What kind of refusal or failure it is, by what the service said first and the status second. Default: <see cref="NestRequestFailure.Refused"/>.</summary>
    public NestRequestFailure Failure { get; init; }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>, seconds or date), a day at most; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True for server failures (5xx) and time-outs (408): a read may be repeated later. So may a write, once <see cref="NestException.WriteMayHaveHappened"/> is looked at.</summary>
    public override bool IsTransient => (int)StatusCode >= 500 || StatusCode == HttpStatusCode.RequestTimeout;

    internal override TimeSpan? LeastWait => RetryAfter;
}
