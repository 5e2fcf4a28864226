using Nest.Sdk.Model;

namespace Nest.Sdk.Providers;

/// <summary>
/// One backend. Handles one connection and one call at a time; waiting and reconnecting are done elsewhere.
/// </summary>
internal interface INestProvider
{
    /// <summary>The backend.</summary>
    NestBackend Backend { get; }

    /// <summary>The backend's rules and encoding of writes.</summary>
    IWriteDialect Writes { get; }

    /// <summary>
    /// Gets what the backend supports, and what the devices of a home support. A null home is not known.
    /// </summary>
    NestCapabilities CapabilitiesOf(DataModel? home);

    /// <summary>
    /// Opens one connection and passes on its documents until it ends. Always throws: a <see cref="NestException"/>
    /// with the reason, or the cancellation.
    /// </summary>
    Task RunAsync(IHomeSink sink, CancellationToken cancellationToken);

    /// <summary>
    /// Derives events from two consecutive states, for backends that report events in the state only. Default: none.
    /// </summary>
    /// <remarks>
    /// A pure function of its arguments, because it runs under the lock of the stream. The caller sets receipt time,
    /// model version and <see cref="NestEvent.IsLate"/>. A default <see cref="NestEvent.OccurredAt"/> becomes the
    /// receipt time.
    /// </remarks>
    /// <param name="before">The home before. Null when no home was known, which gives no events.</param>
    /// <param name="after">The home now.</param>
    IReadOnlyList<NestEvent> EventsOf(DataModel? before, DataModel after) => [];

    /// <summary>Reads the whole home in Nest's format, as UTF-8.</summary>
    Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken);

    /// <summary>Reads the JSON value at an address in the backend's addressing, as UTF-8.</summary>
    /// <exception cref="ArgumentException">The address is invalid for this backend.</exception>
    Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken);
}
