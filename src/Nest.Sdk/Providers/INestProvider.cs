namespace Nest.Sdk.Providers;

/// <summary>One backend. Knows one connection and one call at a time; waiting and reconnecting happen elsewhere.</summary>
internal interface INestProvider
{
    /// <summary>Opens one stream and hands over its documents until it ends. Always ends by an exception: a <see cref="NestException"/> with the reason, or the cancellation.</summary>
    Task RunAsync(INestDocumentSink sink, CancellationToken cancellationToken);

    /// <summary>Reads the JSON value at a path, as UTF-8.</summary>
    Task<byte[]> GetAsync(string path, CancellationToken cancellationToken);

    /// <summary>Sends a write, once.</summary>
    Task WriteAsync(NestWrite write, CancellationToken cancellationToken);
}
