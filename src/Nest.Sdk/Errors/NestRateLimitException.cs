namespace Nest.Sdk;

/// <summary>The server blocks further calls for a while (429, <c>blocked</c>).</summary>
public class NestRateLimitException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestRateLimitException()
        : this("Nest blocks this token for now: too many calls. Wait, and send fewer.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">What was limited and how long to wait, as far as known.</param>
    public NestRateLimitException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">What was limited and how long to wait, as far as known.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestRateLimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>, seconds or date), a day at most; null when it did not say, which is common.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Always true: the block ends by itself.</summary>
    public override bool IsTransient => true;

    // Nest blocks often without saying for how long: 5 s is what a known client waits then. See docs/protocol/works-with-nest.md#rate-limits.
    internal override TimeSpan? LeastWait => RetryAfter ?? TimeSpan.FromSeconds(5);
}
