namespace Nest.Sdk.Http;

/// <summary>
/// Passes the request's connect timeout to the connection that is opened for it, directly above the sockets.
/// </summary>
/// <remarks>
/// Behind a proxy, the sockets handler opens the connection with its own CONNECT request, which has none of our
/// options. Measured with .NET 10: an AsyncLocal value reaches that request too.
/// </remarks>
internal sealed class ConnectTimeoutHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly AsyncLocal<ConnectTimeout?> Flowing = new();

    /// <summary>Gets the timeout for the connection that is being opened. Null when its request has none.</summary>
    public static ConnectTimeout? For(HttpRequestMessage request) => request.Options.TryGetValue(ConnectTimeout.Option, out var own) ? own : Flowing.Value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Set in an async method, so the value ends with the call.
        Flowing.Value = request.Options.TryGetValue(ConnectTimeout.Option, out var limit) ? limit : null;
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
