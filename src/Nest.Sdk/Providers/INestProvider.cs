using Nest.Sdk.Model;

namespace Nest.Sdk.Providers;

/// <summary>One backend. Knows one connection and one call at a time; waiting and reconnecting happen elsewhere.</summary>
internal interface INestProvider
{
    /// <summary>Which backend it is.</summary>
    NestBackend Backend { get; }

    /// <summary>How it takes writes.</summary>
    IWriteDialect Writes { get; }

    /// <summary>What it can do at all, and what the devices of a home can do. Null stands for a home that is not known.</summary>
    NestCapabilities CapabilitiesOf(DataModel? home);

    /// <summary>Opens one connection and hands over its documents until it ends. Always ends by an exception: a <see cref="NestException"/> with the reason, or the cancellation.</summary>
    Task RunAsync(IHomeSink sink, CancellationToken cancellationToken);

    /// <summary>Derives events from two states in a row, for backends whose events hide in the state. Default: none.</summary>
    /// <remarks>
    /// A pure function of its arguments: it runs under the lock of the stream. Receipt time, model version and <see cref="NestEvent.IsLate"/> are stamped by the caller,
    /// and the receipt time becomes <see cref="NestEvent.OccurredAt"/> where that is left at its default.
    /// </remarks>
    /// <param name="before">The home before; null when nothing was known, which makes nothing an event.</param>
    /// <param name="after">The home now.</param>
    IReadOnlyList<NestEvent> EventsOf(DataModel? before, DataModel after) => [];

    /// <summary>Reads the whole home in Nest's shape, as UTF-8.</summary>
    Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken);

    /// <summary>Reads the JSON value at an address of the backend's own, as UTF-8.</summary>
    /// <exception cref="ArgumentException">It is no address of this backend.</exception>
    Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken);
}
