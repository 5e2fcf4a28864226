using System.Text.Json;
using System.Text.Unicode;
using Nest.Sdk.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm;
using Nest.Sdk.Streaming;
using Nest.Sdk.Writing;

namespace Nest.Sdk.Client;

/// <summary>Connects the parts of one client: provider, stream and commands.</summary>
internal sealed class NestClient : INestClient
{
    private readonly INestProvider _provider;
    private readonly HomeStream _stream;
    private readonly WriteSender _writes;
    private readonly Action _disposed;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly Lazy<Task> _disposal;
    private volatile bool _isDisposed;

    /// <param name="name">The client's name. Empty for the unnamed client.</param>
    /// <param name="provider">The backend.</param>
    /// <param name="stream">The stream of the home; disposed with the client.</param>
    /// <param name="disposed">Called once, when the stream has ended.</param>
    /// <param name="time">The clock.</param>
    public NestClient(string name, INestProvider provider, HomeStream stream, Action disposed, TimeProvider time)
    {
        Name = name;
        _provider = provider;
        _stream = stream;
        _disposed = disposed;
        _disposal = new Lazy<Task>(StopAsync);
        _writes = new WriteSender(provider, stream, new HomeSource(() => stream.Latest, ReadHomeAsync, time), time);
        Thermostats = new ThermostatCommands(WriteAsync);
        Structures = new StructureCommands(WriteAsync);
        Cameras = new CameraCommands(WriteAsync);
    }

    public string Name { get; }

    public NestBackend Backend => _provider.Backend;

    public NestCapabilities Capabilities => _provider.CapabilitiesOf(Latest?.Model);

    public IObservable<DataModel> Updates => _stream.Updates;

    public IObservable<ConnectionState> ConnectionChanges => _stream.ConnectionChanges;

    public IObservable<DataModelChange> Changes => _stream.Changes;

    public IObservable<NestEvent> Events => _stream.Events;

    public DateTimeOffset? LastSignalAt => _stream.LastSignalAt;

    public ConnectionState ConnectionState => _stream.ConnectionState;

    public DataModelSnapshot? Latest => _stream.Latest;

    /// <summary>What arrived over the subscription. Null without one.</summary>
    public SdmFeedReport? FeedReport => (_provider as SdmProvider)?.FeedReport();

    public IThermostatCommands Thermostats { get; }

    public IStructureCommands Structures { get; }

    public ICameraCommands Cameras { get; }

    public IAsyncEnumerable<DataModel> ReadUpdatesAsync(CancellationToken cancellationToken = default) => _stream.ReadAsync(Updates, cancellationToken);

    public IAsyncEnumerable<DataModelChange> ReadChangesAsync(CancellationToken cancellationToken = default) => _stream.ReadAsync(Changes, cancellationToken);

    public IAsyncEnumerable<NestEvent> ReadEventsAsync(CancellationToken cancellationToken = default) => _stream.ReadAsync(Events, cancellationToken);

    public IAsyncDisposable KeepConnected() => _stream.Hold();

    public Task<DataModel> GetAsync(CancellationToken cancellationToken = default) => CallAsync(ReadHomeAsync, cancellationToken);

    public async Task<JsonElement> GetRawAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var json = await CallAsync(stop => _provider.ReadRawAsync(path, stop), cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(ByteOrderMark.Without(json));
            // Invalid text passes the parser, and would fail only when it is read.
            return Utf8.IsValid(json)
                ? document.RootElement.Clone()
                : throw new NestProtocolException("The response contains invalid text: malformed UTF-8.") { Path = path };
        }
        catch (JsonException error)
        {
            throw NotJson(error, path);
        }
    }

    public void Dispose()
    {
        // Does not wait: a container that is disposed synchronously must not block.
        _ = _disposal.Value;
    }

    /// <summary>Waits for the end of the one disposal, started by any caller.</summary>
    public ValueTask DisposeAsync() => new(_disposal.Value);

    /// <summary>
    /// Creates the error with the position only. The parser's message quotes the response, which may be a token.
    /// </summary>
    private static NestProtocolException NotJson(JsonException error, string path) =>
        new($"The response is not JSON (line {error.LineNumber}, byte {error.BytePositionInLine}). Check the endpoint, and whether the network shows a login page.") { Path = path };

    private async Task StopAsync()
    {
        _isDisposed = true;
        // The cancellation callbacks of the user's token source may throw. The stream must end anyway.
        await _lifetime.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await _stream.StopAsync().ConfigureAwait(false);
        }
        finally
        {
            _disposed();
            _lifetime.Dispose();
        }
    }

    private Task<DataModel> ReadHomeAsync(CancellationToken cancellationToken) => _stream.ReadOnceAsync(() => _provider.ReadHomeAsync(cancellationToken));

    private Task<NestWriteResult> WriteAsync(WriteIntent intent, NestWriteOptions? options, CancellationToken cancellationToken)
    {
        if (options is not null)
            NestWriteOptions.Validate(options);
        return CallAsync(stop => _writes.SendAsync(intent, options, stop), cancellationToken);
    }

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(INestClient));
        cancellationToken.ThrowIfCancellationRequested();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token, cancellationToken);
        try
        {
            return await call(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (_isDisposed)
        {
            throw new ObjectDisposedException(nameof(INestClient), "The client was disposed during the call.");
        }
    }
}
