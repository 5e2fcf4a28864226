using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Registers the two HTTP clients of a Nest client, and lets the user configure them.</summary>
internal sealed class NestClientBuilder : INestClientBuilder
{
    private readonly IHttpClientBuilder _calls;
    private readonly IHttpClientBuilder _streams;

    public NestClientBuilder(IServiceCollection services, string name, string httpName)
    {
        Services = services;
        Name = name;
        var isNew = !services.Any(service => service.ServiceKey is HttpName known && known.Value == httpName);
        _calls = services.AddHttpClient(NestHandlerFilter.CallsPrefix + httpName);
        _streams = services.AddHttpClient(NestHandlerFilter.StreamsPrefix + httpName);
        // The first filter runs last, so handlers that other filters set are guarded too.
        if (!services.Any(service => service.ImplementationType == typeof(NestHandlerFilter)))
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, NestHandlerFilter>());
        // Registering twice must not undo what was configured after the first time.
        if (!isNew)
            return;
        services.AddKeyedSingleton(new HttpName(httpName), this);
        // Handlers that the host adds to all its HTTP clients (retries, timeouts) suit calls, not a stream that runs
        // for months.
        _streams.ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear());
        services.Configure<HttpClientFactoryOptions>(_calls.Name, static options => options.HttpMessageHandlerBuilderActions.Add(NestHandlerFilter.ReplaceShared));
        services.Configure<HttpClientFactoryOptions>(_streams.Name, static options => options.HttpMessageHandlerBuilderActions.Add(NestHandlerFilter.ReplaceShared));
        // The sockets handler renews connections; a client that lives for months holds its handler anyway.
        ConfigureHttp(static http => http.SetHandlerLifetime(Timeout.InfiniteTimeSpan));
    }

    public string Name { get; }

    public IServiceCollection Services { get; }

    public INestClientBuilder ConfigureHttp(Action<IHttpClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(_calls);
        configure(_streams);
        return this;
    }

    public static (HttpMessageHandler Calls, HttpMessageHandler Streams) Handlers(IServiceProvider services, string httpName)
    {
        var factory = services.GetRequiredService<IHttpMessageHandlerFactory>();
        return (factory.CreateHandler(NestHandlerFilter.CallsPrefix + httpName), factory.CreateHandler(NestHandlerFilter.StreamsPrefix + httpName));
    }

    /// <summary>Marks an HTTP client name as registered.</summary>
    private sealed record HttpName(string Value);
}
