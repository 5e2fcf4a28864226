namespace Nest.Sdk.Providers;

/// <summary>Receives the results of one connection.</summary>
internal interface IHomeSink
{
    /// <summary>
    /// Accepts the whole home in Nest's format. The bytes belong to the parser and are valid only during the call.
    /// </summary>
    /// <param name="home">The document.</param>
    /// <param name="source">How the backend learned of what is new in it.</param>
    /// <param name="isDegraded">
    /// Whether the service currently reports a state that is not believed, so that the home has older values.
    /// </param>
    /// <exception cref="NestProtocolException">
    /// The document cannot be read. The model is unchanged. Pass the error to <see cref="Reject"/>.
    /// </exception>
    void Accept(ReadOnlySpan<byte> home, DataModelChangeSource source = DataModelChangeSource.Stream, bool isDegraded = false);

    /// <summary>
    /// Accepts an event that the backend reports separately from the home, after the document that shows its effect.
    /// Ignored unless this connection provides the current home.
    /// </summary>
    /// <remarks>
    /// Sets the model version, and, unless the event has a receipt time, that and <see cref="NestEvent.IsLate"/>, which
    /// stays true when it is set and otherwise depends on the age of the event.
    /// </remarks>
    void Raise(NestEvent what);

    /// <summary>Whether there is an observer of changes or events.</summary>
    bool HasObservers => true;

    /// <summary>
    /// Waits until every observer has returned from what was accepted and raised so far, or has left. For a backend that
    /// acknowledges deliveries. Not cancelled: an observer that is at work decides.
    /// </summary>
    Task DeliveredAsync() => Task.CompletedTask;

    /// <summary>Notes that an event could not be read. The model is unchanged, and the connection continues.</summary>
    /// <exception cref="NestProtocolException">The connection must end, because there is no current home.</exception>
    void Reject(NestProtocolException error);

    /// <summary>Notes a sign of life of any kind.</summary>
    void Signal();

    /// <summary>
    /// Notes that the link is lost, before the final reason is known. Finding the reason may take a while, and a lost
    /// connection must not appear live.
    /// </summary>
    void LinkLost(DisconnectReason reason);

    /// <summary>
    /// Notes a new token, each time there is one. This connection continues, but another one should replace it.
    /// </summary>
    void TokenChanged();

    /// <summary>
    /// Gets a copy of the home as this connection last provided it, for a backend that merges parts into it. Null
    /// before the first document, and when another connection has provided the home since.
    /// </summary>
    byte[]? Last();

    /// <summary>Gets such a copy in a buffer of the shared pool, to which the caller returns it.</summary>
    /// <param name="spare">The space to leave after the document, in bytes.</param>
    /// <returns>The buffer and the length of the document. Zero when <see cref="Last"/> is null.</returns>
    (byte[] Rented, int Length) RentLast(int spare) => ([], 0);
}
