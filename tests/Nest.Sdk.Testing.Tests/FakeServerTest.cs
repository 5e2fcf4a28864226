namespace Nest.Sdk.Testing.Tests;

/// <summary>A fake with the default house, and a client on its data port.</summary>
public abstract class FakeServerTest : IAsyncLifetime
{
    protected FakeNestServer Server { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal FakeClient Client { get; private set; } = null!;

    protected virtual FakeNestServerOptions Options { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Server = await FakeNestServer.StartAsync(TestHomes.House, Options, Cancellation);
        Client = new FakeClient(Server);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected string ThermostatPath(string name) => "/devices/thermostats/" + Server.Home.ThermostatId(name);
}
