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
    Task RunAsync(INestDocumentSink sink, CancellationToken cancellationToken);

    /// <summary>Reads the whole home in Nest's shape, as UTF-8.</summary>
    Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken);

    /// <summary>Reads the JSON value at an address of the backend's own, as UTF-8.</summary>
    /// <exception cref="ArgumentException">It is no address of this backend.</exception>
    Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken);
}
