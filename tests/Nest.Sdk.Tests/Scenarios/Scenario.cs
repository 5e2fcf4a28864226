using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// A client against a fake home. Every scenario ends with a search for the token in all logs, including those of the
/// HTTP factory, and in all exceptions, activities and metrics.
/// </summary>
public abstract class Scenario : IAsyncLifetime
{
    private readonly LeakRecorder _leaks = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
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
        Hide(Server.AccessToken);
    }

    public async ValueTask DisposeAsync()
    {
        Hide(Server.AccessToken);
        await _services!.DisposeAsync();
        await Server.DisposeAsync();
        _leaks.AssertUnseen(_secrets, Logs);
        _leaks.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual FakeNestServerOptions ServerOptions() => new();

    protected virtual void Register(IServiceCollection services)
    {
    }

    /// <summary>Adds another text that must not appear anywhere.</summary>
    protected void Hide(string secret) => _secrets.Add(secret);

    /// <summary>Whether something was recorded among activities, metrics, network events and exceptions.</summary>
    protected bool HasSeen(string text) => _leaks.HasSeen(text);

    protected Task ReleaseContainerAsync() => _services!.DisposeAsync().AsTask();

    protected static ObserverRecorder<T> Record<T>(IObservable<T> source)
    {
        var recorder = new ObserverRecorder<T>(Patience.Limit);
        source.Subscribe(recorder);
        return recorder;
    }
}
