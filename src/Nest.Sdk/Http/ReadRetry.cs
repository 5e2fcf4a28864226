using Polly;
using Polly.Retry;

namespace Nest.Sdk.Http;

/// <summary>Repeats reads, and only reads, after transient failures: network errors, 5xx and 429.</summary>
internal static class ReadRetry
{
    private const int MaxRetries = 3;

    /// <summary>A longer wait is the caller's decision; the error contains it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <param name="time">The clock.</param>
    /// <param name="retriesRateLimits">
    /// Whether a call is repeated after a 429. Not where the limit lasts too long for a caller that waits.
    /// </param>
    public static ResiliencePipeline Create(TimeProvider time, bool retriesRateLimits = true) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NestException>(error => error.IsTransient && (retriesRateLimits || error is not NestRateLimitException) && !(error.MinimumDelay > LongestWait)),
            MaxRetryAttempts = MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            UseJitter = true,
            DelayGenerator = static retry => ValueTask.FromResult((retry.Outcome.Exception as NestException)?.MinimumDelay),
        })
        .Build();
}
