namespace Nest.Sdk.Providers;

/// <summary>Takes what one connection brings.</summary>
internal interface INestDocumentSink
{
    /// <summary>Takes the whole home in Nest's shape. The bytes belong to the parser: they are gone when this returns.</summary>
    /// <exception cref="NestProtocolException">It cannot be read; the model stays as it was. Hand the error to <see cref="Reject"/>.</exception>
    void Accept(ReadOnlySpan<byte> document);

    /// <summary>A copy of the home as this connection last brought it, which a part of it can be merged into: it is there anyway, and so no provider needs to keep one. Null before the first, and when another connection brings the home by now.</summary>
    byte[]? Last();

    /// <summary>Notes that an event could not be read. The model stays as it was, and the connection goes on.</summary>
    /// <exception cref="NestProtocolException">It does not: there is no current home to go on with.</exception>
    void Reject(NestProtocolException error);

    /// <summary>Notes that bytes came, whatever they were.</summary>
    void ByteSeen();

    /// <summary>Notes that the link is lost, before the reason for the end is known for sure: finding it out may take a while, and what is lost must not look alive.</summary>
    void LinkLost(DisconnectReason reason);

    /// <summary>Notes that there is a new token, each time: this connection goes on, but another one should take its place.</summary>
    void TokenChanged();
}
