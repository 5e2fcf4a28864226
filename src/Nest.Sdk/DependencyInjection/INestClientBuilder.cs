namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Goes on with the registration of a Nest client.</summary>
public interface INestClientBuilder
{
    /// <summary>The client's name; empty for the one without a name.</summary>
    string Name { get; }

    /// <summary>The container's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds handlers, a proxy or certificates to the HTTP clients below this Nest client. Runs once for reads and writes and once for the stream, which have connections of their own.</summary>
    /// <param name="configure">Changes the HTTP client's registration.</param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// <para>Whatever is configured, redirects and cookies are off on <c>SocketsHttpHandler</c> and <c>HttpClientHandler</c>, also below delegating handlers: redirects are followed by <c>AllowedHosts</c> only. Their proxy never gets plain http, which is for this machine alone. Do the same yourself in a primary handler of another kind.</para>
    /// <para>A <c>SocketsHttpHandler</c> of your own also gets what <c>ConnectTimeout</c>, HTTP/2 and the stream need, and keeps your <c>ConnectCallback</c>. Make a new one at each call of the factory: it is changed, and must not have sent anything. With any other primary handler <c>ConnectTimeout</c> does not hold, and an attempt of the stream may be several connections.</para>
    /// <para>A <c>SocketsHttpHandler</c> or <c>HttpClientHandler</c> that the host sets for all its HTTP clients (<c>ConfigureHttpClientDefaults</c>) is not used, since others may share it; what it sets with <c>UseSocketsHttpHandler</c>, a proxy say, is set on ours. The handlers that it adds to all do not reach the stream.</para>
    /// </remarks>
    INestClientBuilder ConfigureHttp(Action<IHttpClientBuilder> configure);
}
