using Polly;
using Polly.Retry;

namespace Nest.Sdk.Http;

/// <summary>Repeats reads, and only reads, after transient failures: network errors, 5xx and 429.</summary>
internal static class ReadRetry
{
    private const int MaxRetries = 3;

    /// <summary>A longer wait is the caller's decision; the error contains it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public static ResiliencePipeline Create(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NestException>(error => error.IsTransient && !(error.MinimumDelay > LongestWait)),
            MaxRetryAttempts = MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            UseJitter = true,
            DelayGenerator = static retry => ValueTask.FromResult((retry.Outcome.Exception as NestException)?.MinimumDelay),
        })
        .Build();
}
