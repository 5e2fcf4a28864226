using Nest.Sdk.Client;

namespace Nest.Sdk.Testing.InMemory;

/// <summary>What is wrong with the options of a client without HTTP is said before it is made.</summary>
internal static class InMemorySettings
{
    /// <exception cref="ArgumentException">An option is out of its range; the text says which, and what would be right.</exception>
    public static NestClientOptions ThrowIfInvalid(InMemoryNestClientOptions options)
    {
        if (options.TimeProvider is null)
        {
            throw new ArgumentException("TimeProvider must not be null; TimeProvider.System is the machine's clock.", nameof(options));
        }

        if (options.Stream is null)
        {
            throw new ArgumentException("Stream must not be null; leave it out for the defaults.", nameof(options));
        }

        if (FakeNestServerChecks.Mistake(options.RateLimits) is { } mistake)
        {
            throw new ArgumentException(mistake, nameof(options));
        }

        var settings = StreamOnly(options.Stream);
        return new NestClientOptionsValidator().Validate(null, settings) is { Failed: true } invalid
            ? throw new ArgumentException(invalid.FailureMessage, nameof(options))
            : settings;
    }

    /// <summary>Whatever the others are, they do no harm.</summary>
    private static NestClientOptions StreamOnly(NestClientOptions given) => new()
    {
        AccessToken = "c.FAKE-IN-MEMORY",
        FirstReconnectDelay = given.FirstReconnectDelay,
        MaxReconnectDelay = given.MaxReconnectDelay,
        StableAfter = given.StableAfter,
        Linger = given.Linger,
        SubscriberQueueCapacity = given.SubscriberQueueCapacity,
        IncludeDocument = given.IncludeDocument,
    };
}
