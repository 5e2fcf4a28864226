namespace Nest.Sdk.Http;

/// <summary>Gives each attempt of a request one connection, and refuses it a second one.</summary>
/// <remarks>
/// When a server closes a connection without an answer, the sockets handler sends the request again by itself, over further connections and without a pause.
/// Measured with .NET 10: four connections and four requests an attempt, on fresh connections too, so a server that closes at once would be stormed behind the back of the back-off.
/// </remarks>
internal sealed class OneConnectionHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly HttpRequestOptionsKey<Attempt> Option = new("Nest.Sdk.Attempt");

    /// <summary>Called for every connection that the sockets handler wants to open for a request.</summary>
    /// <exception cref="NestConnectionException">It is the second one: the first was closed without an answer.</exception>
    public static void Admit(HttpRequestMessage request)
    {
        if (request.Options.TryGetValue(Option, out var attempt) && !attempt.Connect())
            throw new NestConnectionException("The server closed the connection without an answer.");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A redirect sends the same request again: that is an attempt of its own.
        request.Options.Set(Option, new Attempt());
        return base.SendAsync(request, cancellationToken);
    }

    private sealed class Attempt
    {
        private int _connections;

        public bool Connect() => Interlocked.Increment(ref _connections) == 1;
    }
}
