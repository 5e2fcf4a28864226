using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Wwn;
using Nest.Sdk.Wwn.Authorization;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the services that only accounts of Works with Nest need.</summary>
public static class WwnServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="WwnAuthorization"/> (singleton), which gets tokens from users and revokes them. The options
    /// are validated when the host starts.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWwnAuthorization(this IServiceCollection services, Action<WwnAuthorizationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        NestServiceCollectionExtensions.AddShared(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WwnAuthorizationOptions>, WwnAuthorizationOptionsValidator>());
        services.AddOptions<WwnAuthorizationOptions>().Configure(configure).ValidateOnStart();
        services.TryAddSingleton(static provider => new WwnAuthorization(
            provider.GetRequiredService<IOptions<WwnAuthorizationOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        return services;
    }

    /// <summary>
    /// Registers <see cref="WwnAuthorization"/> (singleton) with the options of a configuration section, whose keys are
    /// the properties of <see cref="WwnAuthorizationOptions"/>.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("Nest:Authorization")</c>. An unknown key or an invalid value
    /// is an error when the host starts.
    /// </param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWwnAuthorization(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return AddWwnAuthorization(services, options => WwnAuthorizationOptionsBinder.Bind(section, options));
    }
}
