namespace Nest.Sdk.Cli.Tests;

/// <summary>A test of the tool against a fake home.</summary>
public abstract class FakeHomeTest : IAsyncLifetime
{
    private protected FakeNestServer Server { get; private set; } = null!;

    private protected Tool Tool { get; private set; } = null!;

    private protected string Hallway => Server.Home.ThermostatId("Hallway");

    public async ValueTask InitializeAsync()
    {
        Server = await FakeNestServer.StartAsync(TestHomes.House);
        Tool = new Tool(Server);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Tool.Dispose();
        await Server.DisposeAsync();
    }
}
