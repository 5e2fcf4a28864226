namespace Nest.Sdk.Http;

/// <summary>Allows each attempt of a request one connection, and refuses a second one.</summary>
/// <remarks>
/// When a server closes a connection without a response, the sockets handler repeats the request over further
/// connections and without a delay. Measured with .NET 10: four connections and four requests per attempt, on new
/// connections too, which would bypass the back-off against a server that closes at once.
/// </remarks>
internal sealed class OneConnectionHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly HttpRequestOptionsKey<Attempt> Option = new("Nest.Sdk.Attempt");

    /// <summary>Called for every connection that the sockets handler opens for a request.</summary>
    /// <exception cref="NestConnectionException">
    /// It is the second connection: the first was closed without a response.
    /// </exception>
    public static void Admit(HttpRequestMessage request)
    {
        if (request.Options.TryGetValue(Option, out var attempt) && !attempt.Connect())
            throw new NestConnectionException("The server closed the connection without a response.");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A redirect sends the same request again, as a separate attempt.
        request.Options.Set(Option, new Attempt());
        return base.SendAsync(request, cancellationToken);
    }

    private sealed class Attempt
    {
        private int _connections;

        public bool Connect() => Interlocked.Increment(ref _connections) == 1;
    }
}
