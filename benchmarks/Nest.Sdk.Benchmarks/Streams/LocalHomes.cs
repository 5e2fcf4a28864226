using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Diagnostics;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>Complete clients without sockets: each reads its stream from memory.</summary>
/// <param name="open">Creates the response of the next client.</param>
internal sealed class LocalHomes(Func<EventFeed> open) : IDisposable
{
    private readonly NestClientFactory _factory = new(
        () => (NestClientComposition.Guarded(new LocalNest(open)), NestClientComposition.GuardedStream(new LocalNest(open))),
        ownsHandlers: true,
        new NestMetrics(null),
        timeProvider: null,
        loggerFactory: null);

    public INestClient Add() => _factory.Create(new NestClientOptions().UseWwn(wwn => wwn.AccessToken = AccessToken.Parse("c.bench")));

    /// <summary>
    /// Returns when nothing of the clients is left. Anything that ends later would count toward the next measurement.
    /// </summary>
    public void Dispose() => _factory.DisposeAsync().AsTask().Wait();
}
