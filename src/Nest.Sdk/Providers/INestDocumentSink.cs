namespace Nest.Sdk.Providers;

/// <summary>Takes what one connection brings.</summary>
internal interface INestDocumentSink
{
    /// <summary>Takes the whole home in Nest's shape. The bytes belong to the parser: they are gone when this returns.</summary>
    /// <returns>False when it cannot be read: it was skipped and reported, and the model stays as it was.</returns>
    bool Accept(ReadOnlySpan<byte> document);

    /// <summary>Notes that an event could not be read. The model stays as it was.</summary>
    void Reject(NestProtocolException error);

    /// <summary>Notes that bytes came, whatever they were.</summary>
    void ByteSeen();

    /// <summary>Notes that there is a new token: this connection goes on, but another one should take its place.</summary>
    void TokenChanged();
}
