using System.Text;
using System.Threading.Channels;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Wwn.Writing;

namespace Nest.Sdk.Tests.Tools;

/// <summary>A backend whose connections the test plays.</summary>
internal sealed class ScriptedProvider : INestProvider
{
    private readonly Channel<ScriptedConnection> _attempts = Channel.CreateUnbounded<ScriptedConnection>();
    private readonly Channel<ScriptedWrite> _writes = Channel.CreateUnbounded<ScriptedWrite>();
    private int _attemptCount;
    private int _writeCount;

    public int Attempts => Volatile.Read(ref _attemptCount);

    public int WriteCount => Volatile.Read(ref _writeCount);

    public NestBackend Backend => NestBackend.Wwn;

    public IWriteDialect Writes => new WwnDialect(WriteAsync);

    public NestCapabilities CapabilitiesOf(DataModel? home) => WwnCapabilities.Of(home);

    /// <summary>
    /// Whether a connection that the client closes ends with an error, like streams that cancel a read by closing the
    /// layer below.
    /// </summary>
    public bool BreaksWhenClosed { get; set; }

    public async Task<ScriptedConnection> NextAttemptAsync() =>
        await _attempts.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);

    public async Task RunAsync(IHomeSink sink, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _attemptCount);
        var connection = new ScriptedConnection(sink);
        _attempts.Writer.TryWrite(connection);
        using var cancelled = cancellationToken.Register(() =>
        {
            if (BreaksWhenClosed)
                connection.Fail(new IOException("The read was aborted."));
            else
                connection.Cancel(cancellationToken);
        });
        await connection.Ended;
    }

    /// <summary>The events between two consecutive models. Default: none.</summary>
    public Func<DataModel?, DataModel, IReadOnlyList<NestEvent>> Derives { get; set; } = static (_, _) => [];

    public IReadOnlyList<NestEvent> EventsOf(DataModel? before, DataModel after) => Derives(before, after);

    /// <summary>The response to a read.</summary>
    public string Home { get; set; } = "{}";

    /// <summary>The error of a read. Null when reads succeed.</summary>
    public Exception? ReadError { get; set; }

    /// <summary>The number of reads.</summary>
    public int Reads { get; private set; }

    public Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken) => ReadRawAsync("/", cancellationToken);

    public Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken)
    {
        Reads++;
        return ReadError is { } error ? Task.FromException<byte[]>(error) : Task.FromResult(Encoding.UTF8.GetBytes(Home));
    }

    public async Task<ScriptedWrite> NextWriteAsync() => await _writes.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);

    private async Task WriteAsync(WriteStep step, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writeCount);
        var scripted = new ScriptedWrite(step);
        _writes.Writer.TryWrite(scripted);
        await scripted.Answered;
    }
}

/// <summary>A sent write that waits for its response.</summary>
internal sealed class ScriptedWrite(WriteStep step)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Path => step.Path;

    public string Body => Encoding.UTF8.GetString(step.Body);

    public Task Answered => _answered.Task;

    public void Accept() => _answered.TrySetResult();

    public void Fail(Exception error) => _answered.TrySetException(error);
}

internal sealed class ScriptedConnection(IHomeSink sink)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ended => _ended.Task;

    /// <summary>The client closed the connection.</summary>
    public async Task ClosedAsync() => await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _ended.Task.WaitAsync(Patience.Limit));

    public bool Put(string document) => Put(Encoding.UTF8.GetBytes(document));

    /// <returns>
    /// Whether the document could be read. If not, the client decides whether the connection continues or ends.
    /// </returns>
    public bool Put(ReadOnlyMemory<byte> document)
    {
        try
        {
            sink.Accept(document.Span);
            return true;
        }
        catch (NestProtocolException error)
        {
            Reject(error);
            return false;
        }
    }

    private void Reject(NestProtocolException error)
    {
        try
        {
            sink.Reject(error);
        }
        catch (NestProtocolException end)
        {
            Fail(end);
        }
    }

    public void SeeByte() => sink.Signal();

    public void Raise(NestEvent what) => sink.Raise(what);

    public void LoseLink(DisconnectReason reason) => sink.LinkLost(reason);

    public void ChangeToken() => sink.TokenChanged();

    /// <summary>Puts a home of which only one number matters.</summary>
    public bool PutHumidity(int humidity) => Put(Homes.WithHumidity(humidity));

    public void Fail(Exception error) => _ended.TrySetException(error);

    /// <summary>The server ended the connection.</summary>
    public void End() => Fail(new NestConnectionException("The server ended the stream.") { Reason = DisconnectReason.EndOfStream });

    public void Cancel(CancellationToken cancellationToken) => _ended.TrySetCanceled(cancellationToken);
}
