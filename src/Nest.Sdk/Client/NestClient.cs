using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Client;

/// <summary>Wires the parts of one client: provider, stream, commands.</summary>
internal sealed class NestClient : INestClient
{
    private readonly INestProvider _provider;
    private readonly HomeStream _stream;
    private readonly Action _disposed;
    private readonly CancellationTokenSource _lifetime = new();
    private int _isDisposed;

    /// <param name="provider">The backend.</param>
    /// <param name="stream">The live home; disposed with the client.</param>
    /// <param name="disposed">Called once, after the stream has been told to stop.</param>
    public NestClient(INestProvider provider, HomeStream stream, Action disposed)
    {
        _provider = provider;
        _stream = stream;
        _disposed = disposed;
        Thermostats = new ThermostatCommands(WriteAsync);
        Structures = new StructureCommands(WriteAsync);
        Cameras = new CameraCommands(WriteAsync);
    }

    public IObservable<DataModel> Updates => _stream.Updates;

    public IObservable<ConnectionState> ConnectionChanges => _stream.ConnectionChanges;

    public IObservable<DataModelChange> Changes => _stream.Changes;

    public DateTimeOffset? LastByteAt => _stream.LastByteAt;

    public ConnectionState ConnectionState => _stream.ConnectionState;

    public DataModelSnapshot? Latest => _stream.Latest;

    public IThermostatCommands Thermostats { get; }

    public IStructureCommands Structures { get; }

    public ICameraCommands Cameras { get; }

    public IAsyncEnumerable<DataModel> ReadUpdatesAsync(CancellationToken cancellationToken = default) => _stream.ReadAsync(cancellationToken);

    public IAsyncDisposable KeepConnected() => _stream.Hold();

    public async Task<DataModel> GetAsync(CancellationToken cancellationToken = default) =>
        _stream.TakeRead(await CallAsync(stop => _provider.GetAsync("/", stop), cancellationToken).ConfigureAwait(false));

    public async Task<JsonElement> GetRawAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var json = await CallAsync(stop => _provider.GetAsync(path, stop), cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw new NestProtocolException($"The answer is not JSON (line {error.LineNumber}, byte {error.BytePositionInLine}). Is the endpoint right, or is a login page of the network in between?", error) { Path = path };
        }
    }

    public void Dispose()
    {
        // Cancels and does not wait: a container that is disposed synchronously must not block.
        _ = DisposeAsync().AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        // What the user's token source hangs on the token may throw; the stream has to end all the same.
        await _lifetime.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _disposed();
        await _stream.StopAsync().ConfigureAwait(false);
        _lifetime.Dispose();
    }

    private async Task WriteAsync(NestWrite write, CancellationToken cancellationToken) => await CallAsync(
        async stop =>
        {
            await _provider.WriteAsync(write, stop).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed == 1, typeof(INestClient));
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
        catch (OperationCanceledException) when (_isDisposed == 1)
        {
            throw new ObjectDisposedException(nameof(INestClient), "The client was disposed during the call.");
        }
    }
}
