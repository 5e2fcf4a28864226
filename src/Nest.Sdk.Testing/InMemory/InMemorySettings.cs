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

        if (options.RateLimits?.Mistake is { } mistake)
        {
            throw new ArgumentException(mistake, nameof(options));
        }

        var settings = StreamOnly(options.Stream);
        var failures = NestClientOptionsValidator.Failures(settings).ToList();
        return failures.Count == 0 ? settings : throw new ArgumentException(string.Join("; ", failures), nameof(options));
    }

    /// <summary>Without HTTP the other options have no meaning; a wrong one among them is ignored.</summary>
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
