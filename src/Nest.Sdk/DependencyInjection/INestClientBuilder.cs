namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a registered Nest client.</summary>
public interface INestClientBuilder
{
    /// <summary>The client's name. Empty for the unnamed client.</summary>
    string Name { get; }

    /// <summary>The services of the container.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// Adds handlers, a proxy or certificates to the HTTP clients of this Nest client. Called once for reads and writes
    /// and once for the stream, which use separate connections.
    /// </summary>
    /// <param name="configure">Configures the HTTP client's registration.</param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// <para>
    /// Redirects and cookies are always off on <c>SocketsHttpHandler</c> and <c>HttpClientHandler</c>, also below
    /// delegating handlers: only redirects to <c>AllowedHosts</c> are followed. A proxy never gets plain HTTP, which is
    /// for this machine only. A primary handler of another type must be configured in the same way.
    /// </para>
    /// <para>
    /// A <c>SocketsHttpHandler</c> of your own also gets the settings that <c>ConnectTimeout</c>, HTTP/2 and the stream
    /// need, and its <c>ConnectCallback</c> is still called. Create a new one at each call of the factory: it is
    /// changed, and must not have sent requests before. With any other primary handler <c>ConnectTimeout</c> has no
    /// effect, and one attempt of the stream may use several connections.
    /// </para>
    /// <para>
    /// A <c>SocketsHttpHandler</c> or <c>HttpClientHandler</c> that the host sets for all its HTTP clients
    /// (<c>ConfigureHttpClientDefaults</c>) is not used, because others may share it. Its settings from
    /// <c>UseSocketsHttpHandler</c>, such as a proxy, are applied to the SDK's handler. Handlers that the host adds to
    /// all HTTP clients do not apply to the stream.
    /// </para>
    /// </remarks>
    INestClientBuilder ConfigureHttp(Action<IHttpClientBuilder> configure);
}
