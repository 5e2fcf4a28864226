using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Sdm;
using Nest.Sdk.Sdm.Authorization;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the services that only accounts of Google's Smart Device Management need.</summary>
public static class SdmServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="SdmAuthorization"/> (singleton), which gets the authorization of users and revokes it. The
    /// options are validated when the host starts.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddSdmAuthorization(this IServiceCollection services, Action<SdmAuthorizationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        NestServiceCollectionExtensions.AddShared(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SdmAuthorizationOptions>, SdmAuthorizationOptionsValidator>());
        services.AddOptions<SdmAuthorizationOptions>().Configure(configure).ValidateOnStart();
        services.TryAddSingleton(static provider => new SdmAuthorization(
            provider.GetRequiredService<IOptions<SdmAuthorizationOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        return services;
    }

    /// <summary>
    /// Registers <see cref="SdmAuthorization"/> (singleton) with the options of a configuration section, whose keys are
    /// the properties of <see cref="SdmAuthorizationOptions"/>.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("Nest:Authorization")</c>. An unknown key or an invalid value
    /// is an error when the host starts.
    /// </param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddSdmAuthorization(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return AddSdmAuthorization(services, options => SdmAuthorizationOptionsBinder.Bind(section, options));
    }
}
