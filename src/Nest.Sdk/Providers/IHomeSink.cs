namespace Nest.Sdk.Providers;

/// <summary>Takes what one connection brings.</summary>
internal interface IHomeSink
{
    /// <summary>Takes the whole home in Nest's shape. The bytes belong to the parser: they are gone when this returns.</summary>
    /// <exception cref="NestProtocolException">The document cannot be read; the model stays as it was. Hand the error to <see cref="Reject"/>.</exception>
    void Accept(ReadOnlySpan<byte> home);

    /// <summary>Takes an event that the backend reports apart from the home, after the document that shows its effect. Ignored unless this connection brings the current home.</summary>
    /// <remarks>Receipt time and model version are stamped here. <see cref="NestEvent.IsLate"/> is kept when true, and else decided by the age of the event.</remarks>
    void Raise(NestEvent what);

    /// <summary>Notes that an event could not be read. The model stays as it was, and the connection goes on.</summary>
    /// <exception cref="NestProtocolException">The connection must end: there is no current home to go on with.</exception>
    void Reject(NestProtocolException error);

    /// <summary>Notes a sign of life, whatever it was.</summary>
    void Signal();

    /// <summary>Notes that the link is lost, before the reason for the end is known for sure: finding it out may take a while, and what is lost must not look alive.</summary>
    void LinkLost(DisconnectReason reason);

    /// <summary>Notes that there is a new token, each time: this connection goes on, but another one should take its place.</summary>
    void TokenChanged();

    /// <summary>A copy of the home as this connection last brought it, for a backend that merges parts into it. Null before the first document, and when another connection has brought the home since.</summary>
    byte[]? Last();
}
