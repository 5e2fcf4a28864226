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
    /// <remarks>On <c>SocketsHttpHandler</c> and <c>HttpClientHandler</c> redirects and cookies are switched off whatever is configured: redirects are followed by <c>AllowedHosts</c> only. Switch them off yourself in a primary handler of your own making. What the host adds to all its HTTP clients (<c>ConfigureHttpClientDefaults</c>) does not reach the stream.</remarks>
    INestClientBuilder ConfigureHttp(Action<IHttpClientBuilder> configure);
}
