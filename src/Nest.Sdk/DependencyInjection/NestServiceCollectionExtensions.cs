using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nest.Sdk;
using Nest.Sdk.Client;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Diagnostics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Nest clients.</summary>
public static class NestServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="INestClient"/> (singleton). The options are validated when the host starts. Without a
    /// token in the options, the client uses the token of the account <c>default</c> in the container's
    /// <see cref="INestTokenStore"/>. Default store: a <see cref="FileTokenStore"/>.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for handlers, proxies and certificates.</returns>
    public static INestClientBuilder AddNestClient(this IServiceCollection services, Action<NestClientOptions> configure) =>
        AddNestClient(services, Options.Options.DefaultName, configure);

    /// <summary>
    /// Registers an <see cref="INestClient"/> (singleton) with the options of a configuration section, whose keys are
    /// the properties of <see cref="NestClientOptions"/>.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("Nest")</c>. The section of a backend inside it, such as
    /// <c>Wwn</c>, chooses the backend; this overload includes every backend. Durations are written as <c>hh:mm:ss</c>.
    /// An unknown key or an invalid value is an error when the host starts.
    /// </param>
    /// <returns>A builder for handlers, proxies and certificates.</returns>
    public static INestClientBuilder AddNestClient(this IServiceCollection services, IConfiguration section) =>
        AddNestClient(services, Options.Options.DefaultName, section);

    /// <summary>
    /// Registers a named client as a keyed service, for several accounts side by side: <c>[FromKeyedServices("cabin")]
    /// INestClient</c>. Without a token in its options, the client uses the token of the account of the same name in
    /// the container's <see cref="INestTokenStore"/>.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="name">The name and key. Empty means the client without a key.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for handlers, proxies and certificates.</returns>
    public static INestClientBuilder AddNestClient(this IServiceCollection services, string name, Action<NestClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        AddShared(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NestClientOptions>, NestClientOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NestClientOptions>, SharedSubscriptionValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<NestClientOptions>, StoredTokenByDefault>());
        services.AddOptions<NestClientOptions>(name).Configure(configure).ValidateOnStart();
        if (name.Length == 0)
            services.TryAddSingleton<INestClient>(provider => Create(provider, name));
        else
            services.TryAddKeyedSingleton<INestClient>(name, (provider, _) => Create(provider, name));
        return new NestClientBuilder(services, name, HttpName(name));
    }

    /// <summary>
    /// Registers a named client as a keyed service, with the options of a configuration section, whose keys are the
    /// properties of <see cref="NestClientOptions"/>.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="name">The name and key. Empty means the client without a key.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("Nest:Cabin")</c>. The section of a backend inside it, such as
    /// <c>Wwn</c>, chooses the backend; this overload includes every backend. Durations are written as <c>hh:mm:ss</c>.
    /// An unknown key or an invalid value is an error when the host starts.
    /// </param>
    /// <returns>A builder for handlers, proxies and certificates.</returns>
    public static INestClientBuilder AddNestClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return AddNestClient(services, name, options => NestClientOptionsBinder.Bind(section, options));
    }

    /// <summary>
    /// Registers an <see cref="INestClientFactory"/> (singleton), which creates clients at run time, for programs that
    /// serve many homes.
    /// </summary>
    /// <param name="services">The services of the container.</param>
    /// <returns>A builder for handlers, proxies and certificates.</returns>
    public static INestClientBuilder AddNestClientFactory(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        // No client has this HTTP name: theirs begin with "client".
        const string httpName = "factory";
        AddShared(services);
        services.TryAddSingleton<INestClientFactory>(static provider => new NestClientFactory(
            () => NestClientBuilder.Handlers(provider, httpName),
            ownsHandlers: false,
            provider.GetRequiredService<NestMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        return new NestClientBuilder(services, Options.Options.DefaultName, httpName);
    }

    internal static void AddShared(IServiceCollection services)
    {
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<INestTokenStore>(static provider => new FileTokenStore(timeProvider: provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new NestMetrics(provider.GetRequiredService<IMeterFactory>()));
    }

    private static NestClient Create(IServiceProvider provider, string name)
    {
        var (calls, streams) = NestClientBuilder.Handlers(provider, HttpName(name));
        return NestClientComposition.Create(
            name,
            provider.GetRequiredService<IOptionsMonitor<NestClientOptions>>().Get(name),
            calls,
            streams,
            provider.GetRequiredService<NestMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            static () => { });
    }

    private static string HttpName(string name) => name.Length == 0 ? "client" : $"client:{name}";
}
