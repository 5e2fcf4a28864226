using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.InMemory;

/// <summary>A client and the actions of a test on its home, with any transport between them.</summary>
public interface IClientOverHome : IAsyncDisposable
{
    INestClient Nest { get; }

    FakeHome Home { get; }

    Task SetAsync(string path, JsonNode? value);

    void GoOffline();

    void GoOnline();

    Task RevokeAsync();
}

public sealed class ClientOverMemory(InMemoryNestClient client) : IClientOverHome
{
    public INestClient Nest => client;

    public FakeHome Home => client.Home;

    public Task SetAsync(string path, JsonNode? value) => client.SetAsync(path, value);

    public void GoOffline() => client.GoOffline();

    public void GoOnline() => client.GoOnline();

    public Task RevokeAsync()
    {
        client.Revoke();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();
}

public sealed class ClientOverHttp(FakeNestServer server, NestClientFactory factory, INestClient client) : IClientOverHome
{
    private IDisposable? _outage;

    public INestClient Nest => client;

    public FakeHome Home => server.Home;

    public Task SetAsync(string path, JsonNode? value) => server.SetAsync(path, value);

    public void GoOffline() => _outage = server.Faults.While(Fault.Reset);

    public void GoOnline() => _outage?.Dispose();

    public Task RevokeAsync() => server.RevokeTokenAsync();

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await server.DisposeAsync();
    }
}
