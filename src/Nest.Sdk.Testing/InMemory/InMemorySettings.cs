using Nest.Sdk.Client;

namespace Nest.Sdk.Testing.InMemory;

/// <summary>Validates the options of a client without HTTP.</summary>
internal static class InMemorySettings
{
    /// <exception cref="ArgumentException">An option is invalid. The message names it and its valid values.</exception>
    public static NestClientOptions ThrowIfInvalid(InMemoryNestClientOptions options)
    {
        if (options.TimeProvider is null)
            throw new ArgumentException("TimeProvider must not be null. TimeProvider.System is the system clock.", nameof(options));

        if (options.Stream is null)
            throw new ArgumentException("Stream must not be null. Omit it for the defaults.", nameof(options));

        if (options.RateLimits?.Mistake is { } mistake)
            throw new ArgumentException(mistake, nameof(options));

        var settings = StreamOnly(options.Stream);
        var failures = NestClientOptionsValidator.Failures(settings).ToList();
        return failures.Count == 0 ? settings : throw new ArgumentException(string.Join("; ", failures), nameof(options));
    }

    /// <summary>
    /// Copies the options of the stream. The other options are ignored without HTTP, even when they are invalid.
    /// </summary>
    private static NestClientOptions StreamOnly(NestClientOptions given) => new()
    {
        FirstReconnectDelay = given.FirstReconnectDelay,
        MaxReconnectDelay = given.MaxReconnectDelay,
        StableAfter = given.StableAfter,
        Linger = given.Linger,
        SubscriberQueueCapacity = given.SubscriberQueueCapacity,
        IncludeDocument = given.IncludeDocument,
    };
}
