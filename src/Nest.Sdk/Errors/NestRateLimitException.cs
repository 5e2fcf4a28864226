namespace Nest.Sdk;

/// <summary>The server rejects calls for a while (429, <c>blocked</c>).</summary>
public class NestRateLimitException : NestException
{
    /// <summary>Creates the exception with a default message.</summary>
    public NestRateLimitException()
        : this("Nest blocks this token for a while because of too many calls. Wait, and send fewer.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What was limited, and how long to wait if known.</param>
    public NestRateLimitException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What was limited, and how long to wait if known.</param>
    /// <param name="innerException">The cause. Can be null.</param>
    public NestRateLimitException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// How long the server asks to wait (<c>Retry-After</c>, seconds or date). Range: up to 1 day. Null when the server
    /// does not say, which is common.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Always true: the block ends automatically.</summary>
    public override bool IsTransient => true;

    // Nest often does not say how long a block lasts. A known client waits 5 s then. See
    // docs/protocol/works-with-nest.md#rate-limits.
    internal override TimeSpan? MinimumDelay => RetryAfter ?? TimeSpan.FromSeconds(5);
}
