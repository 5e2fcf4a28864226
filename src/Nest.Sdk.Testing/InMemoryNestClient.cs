using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Client;
using Nest.Sdk.DependencyInjection;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Testing.InMemory;

namespace Nest.Sdk.Testing;

/// <summary>
/// An <see cref="INestClient"/> without HTTP, for unit tests. It is the real client, with its checks, stream and
/// confirmations, on a home in memory. The home applies the same write rules as <see cref="FakeNestServer"/>. Use the
/// server for faults, recorded requests and several clients of one home.
/// </summary>
public sealed class InMemoryNestClient : INestClient
{
    private readonly InMemoryProvider _provider;
    private readonly NestClient _client;

    /// <summary>Creates a client of a home.</summary>
    /// <param name="home">The initial home, such as <see cref="TestHomes.House"/>.</param>
    /// <param name="options">The options. Default: null, the default options.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public InMemoryNestClient(FakeHome home, InMemoryNestClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(home);
        options ??= new InMemoryNestClientOptions();
        var settings = InMemorySettings.ThrowIfInvalid(options);
        _provider = new InMemoryProvider(home, options);
        _client = NestClientComposition.CreateOver("", settings, _provider, new NestMetrics(null), options.TimeProvider, NullLoggerFactory.Instance, _provider.Home.Dispose);
    }

    /// <summary>Gets a copy of the current home.</summary>
    public FakeHome Home => _provider.Home.Current;

    /// <inheritdoc />
    public string Name => _client.Name;

    /// <summary>
    /// Gets <see cref="NestBackend.Wwn"/>. The home in memory has the rules and the data model of Works with Nest.
    /// </summary>
    public NestBackend Backend => _client.Backend;

    /// <inheritdoc />
    public NestCapabilities Capabilities => _client.Capabilities;

    /// <inheritdoc />
    public IObservable<DataModel> Updates => _client.Updates;

    /// <inheritdoc />
    public IObservable<DataModelChange> Changes => _client.Changes;

    /// <inheritdoc />
    public IObservable<NestEvent> Events => _client.Events;

    /// <inheritdoc />
    public IObservable<ConnectionState> ConnectionChanges => _client.ConnectionChanges;

    /// <inheritdoc />
    public ConnectionState ConnectionState => _client.ConnectionState;

    /// <inheritdoc />
    public DataModelSnapshot? Latest => _client.Latest;

    /// <inheritdoc />
    public DateTimeOffset? LastSignalAt => _client.LastSignalAt;

    /// <inheritdoc />
    public IThermostatCommands Thermostats => _client.Thermostats;

    /// <inheritdoc />
    public IStructureCommands Structures => _client.Structures;

    /// <inheritdoc />
    public ICameraCommands Cameras => _client.Cameras;

    /// <summary>
    /// Changes the home without checking the write rules, as a change at the device does. While a stream is open,
    /// <see cref="Latest"/> contains the change when the task completes.
    /// </summary>
    /// <param name="change">Receives the current home and returns the next one. Runs while the home is locked.</param>
    public Task ChangeAsync(Func<FakeHome, FakeHome> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _provider.Home.Change(change);
        return Task.CompletedTask;
    }

    /// <summary>Sets one value as <see cref="FakeHome.Set"/> does.</summary>
    /// <param name="path">A path of the data model.</param>
    /// <param name="value">The value.</param>
    public Task SetAsync(string path, JsonNode? value) => ChangeAsync(home => home.Set(path, value));

    /// <summary>Removes one value as <see cref="FakeHome.Remove"/> does.</summary>
    /// <param name="path">A path of the data model.</param>
    public Task RemoveAsync(string path) => ChangeAsync(home => home.Remove(path));

    /// <summary>
    /// Ends the stream and fails every call and connection attempt with <see cref="NestConnectionException"/> until
    /// <see cref="GoOnline"/>. Changes of the home in the meantime arrive with the next connection.
    /// </summary>
    public void GoOffline() => _provider.GoOffline();

    /// <summary>Ends the outage of <see cref="GoOffline"/>. The stream reconnects at its next attempt.</summary>
    public void GoOnline() => _provider.GoOnline();

    /// <summary>
    /// Revokes the token, as when the user withdraws the permission. The stream ends with
    /// <see cref="NestAuthorizationException"/>, and later calls fail with it.
    /// </summary>
    public void Revoke() => _provider.Revoke();

    /// <inheritdoc />
    public IAsyncEnumerable<DataModel> ReadUpdatesAsync(CancellationToken cancellationToken = default) => _client.ReadUpdatesAsync(cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<DataModelChange> ReadChangesAsync(CancellationToken cancellationToken = default) => _client.ReadChangesAsync(cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<NestEvent> ReadEventsAsync(CancellationToken cancellationToken = default) => _client.ReadEventsAsync(cancellationToken);

    /// <inheritdoc />
    public Task<DataModel> GetAsync(CancellationToken cancellationToken = default) => _client.GetAsync(cancellationToken);

    /// <inheritdoc />
    public Task<JsonElement> GetRawAsync(string path, CancellationToken cancellationToken = default) => _client.GetRawAsync(path, cancellationToken);

    /// <inheritdoc />
    public IAsyncDisposable KeepConnected() => _client.KeepConnected();

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
