namespace Nest.Sdk.Authorization.OAuth;

/// <summary>Sends a copy of the request with the real address, directly above the sockets.</summary>
/// <remarks>
/// Revoking has the token in its path (see docs/protocol/works-with-nest.md#revocation), and senders report the path:
/// <see cref="HttpMessageInvoker"/> to the event source <c>System.Net.Http</c>, loggers and tracers to their own
/// outputs. Up to this handler the request has a mask in place of the token.
/// </remarks>
internal sealed class SecretPathHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The request option that carries the real address.</summary>
    public static readonly HttpRequestOptionsKey<Uri> Address = new("Nest.Sdk.SecretAddress");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Address, out var address))
            return base.SendAsync(request, cancellationToken);
        var copy = new HttpRequestMessage(request.Method, address) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var (name, value) in request.Options)
            copy.Options.Set(new HttpRequestOptionsKey<object?>(name), value);
        return base.SendAsync(copy, cancellationToken);
    }
}
