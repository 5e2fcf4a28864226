using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>A client against a fake home. Every scenario ends by looking for the token in all that was logged, traced and measured, by the HTTP factory and the sockets too.</summary>
public abstract class Scenario : IAsyncLifetime
{
    private readonly SecretWatch _watch = new();
    private ServiceProvider? _services;

    protected FakeNestServer Server { get; private set; } = null!;

    protected INestClient Client { get; private set; } = null!;

    protected FakeLogCollector Logs { get; private set; } = null!;

    protected IServiceProvider Services => _services!;

    protected string HallwayId { get; } = TestHomes.House.ThermostatId("Hallway");

    protected string HallwayPath => "/devices/thermostats/" + HallwayId;

    public async ValueTask InitializeAsync()
    {
        Server = await FakeNestServer.StartAsync(TestHomes.House, ServerOptions(), TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddNestClient(Server);
        Register(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Client = _services.GetRequiredService<INestClient>();
        Logs = _services.GetFakeLogCollector();
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await Server.DisposeAsync();
        _watch.Dispose();
        var logs = Logs.GetSnapshot();
        Assert.DoesNotContain(logs, record => $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}".Contains(Server.AccessToken, StringComparison.Ordinal));
        Assert.DoesNotContain(_watch.Texts, text => text.Contains(Server.AccessToken, StringComparison.Ordinal));
        // A watch that saw nothing would prove nothing.
        if (Server.Requests.Count > 0)
            Assert.Contains(_watch.Texts, text => text.StartsWith("url.full=", StringComparison.Ordinal));
        GC.SuppressFinalize(this);
    }

    protected virtual FakeNestServerOptions ServerOptions() => new();

    protected virtual void Register(IServiceCollection services)
    {
    }

    protected Task ReleaseContainerAsync() => _services!.DisposeAsync().AsTask();

    protected static ObserverRecorder<T> Record<T>(IObservable<T> source)
    {
        var recorder = new ObserverRecorder<T>();
        source.Subscribe(recorder);
        return recorder;
    }
}
