using Nest.Sdk;
using Nest.Sdk.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register a client of a fake home.</summary>
public static class FakeNestServiceCollectionExtensions
{
    /// <summary>Registers an <see cref="INestClient"/> (singleton) that uses the fake with its access token.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="server">The running fake.</param>
    /// <returns>A builder for handlers. Set further options with <c>Configure&lt;NestClientOptions&gt;</c>.</returns>
    public static INestClientBuilder AddNestClient(this IServiceCollection services, FakeNestServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return services.AddNestClient(options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = server.Endpoint;
            wwn.AccessToken = server.AccessToken;
        }));
    }

    /// <summary>
    /// Registers an <see cref="INestClient"/> (singleton) that uses the fake Google with the refresh token of its first
    /// user.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="google">The running fake.</param>
    /// <returns>A builder for handlers. Set further options with <c>Configure&lt;NestClientOptions&gt;</c>.</returns>
    public static INestClientBuilder AddNestClient(this IServiceCollection services, FakeGoogle google)
    {
        ArgumentNullException.ThrowIfNull(google);
        return services.AddNestClient(options => options.UseSdm(sdm =>
        {
            sdm.Endpoint = google.SdmEndpoint;
            sdm.PubSubEndpoint = google.PubSubEndpoint;
            sdm.TokenEndpoint = google.TokenEndpoint;
            sdm.ProjectId = google.ProjectId;
            sdm.ClientId = google.ClientId;
            sdm.ClientSecret = google.ClientSecret;
            sdm.RefreshToken = google.RefreshToken;
        }));
    }
}
