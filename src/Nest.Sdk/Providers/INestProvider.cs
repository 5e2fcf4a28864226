using Nest.Sdk.Model;

namespace Nest.Sdk.Providers;

/// <summary>One backend. Knows one connection and one call at a time; waiting and reconnecting happen elsewhere.</summary>
internal interface INestProvider
{
    /// <summary>Opens one stream and hands over its documents until it ends. Always ends by an exception: a <see cref="NestException"/> with the reason, or the cancellation.</summary>
    Task RunAsync(IHomeSink sink, CancellationToken cancellationToken);

    /// <summary>Derives events from two states in a row, for backends whose events hide in the state. Default: none.</summary>
    /// <remarks>
    /// A pure function of its arguments: it runs under the lock of the stream. Receipt time, model version and <see cref="NestEvent.IsLate"/> are stamped by the caller,
    /// and the receipt time becomes <see cref="NestEvent.OccurredAt"/> where that is left at its default.
    /// </remarks>
    /// <param name="before">The home before; null when nothing was known, which makes nothing an event.</param>
    /// <param name="after">The home now.</param>
    IReadOnlyList<NestEvent> EventsOf(DataModel? before, DataModel after) => [];

    /// <summary>Reads the JSON value at a path, as UTF-8.</summary>
    Task<byte[]> GetAsync(string path, CancellationToken cancellationToken);

    /// <summary>Sends a write, once.</summary>
    Task WriteAsync(NestWrite write, CancellationToken cancellationToken);
}
