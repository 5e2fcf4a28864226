namespace Nest.Sdk.Http;

/// <summary>Hands the request's connect limit on to the connection that is opened for it, right above the sockets.</summary>
/// <remarks>
/// Behind a proxy the sockets handler asks for the connection with a CONNECT request of its own making, which has none of our options.
/// Measured with .NET 10: what flows with the call reaches that one too.
/// </remarks>
internal sealed class ConnectLimitHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly AsyncLocal<ConnectLimit?> Flowing = new();

    /// <summary>The limit for the connection that is being opened; null when its request has none.</summary>
    public static ConnectLimit? For(HttpRequestMessage request) => request.Options.TryGetValue(ConnectLimit.Option, out var own) ? own : Flowing.Value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Set in a method of its own that is asynchronous, so it ends with the call.
        Flowing.Value = request.Options.TryGetValue(ConnectLimit.Option, out var limit) ? limit : null;
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
