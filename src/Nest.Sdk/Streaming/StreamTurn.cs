using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Decides which connection feeds the pipeline: the newest that has brought a document. What an older one still says is out of date.</summary>
internal sealed class StreamTurn(UpdatePipeline pipeline, ConnectionTracker connection, NestMetrics metrics, ILogger logger)
{
    private readonly Lock _gate = new();
    private int _lastNumber;
    private int _current;

    /// <summary>Which connection brings the document that is being taken, and what to log of that.</summary>
    private int _taken;
    private Action<ILogger>? _news;
    private Action? _connect;

    /// <summary>A number for a new connection; a newer one has a larger number.</summary>
    public int TakeNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Takes a document, if it comes from the newest connection that has brought one.</summary>
    /// <param name="number">Which connection brings it.</param>
    /// <param name="document">The whole home.</param>
    /// <exception cref="NestProtocolException">The document cannot be read.</exception>
    public void Take(int number, ReadOnlySpan<byte> document)
    {
        bool isNew;
        DataModelReadResult? read;
        Action<ILogger>? news;
        lock (_gate)
        {
            if (number < _current)
                return;
            (_taken, _news) = (number, null);
            // Between the two: who hears of the connection must not find the old model, and who hears the model must not read that it is stale.
            isNew = pipeline.Take(document, _connect ??= Connect, out read);
            news = _news;
        }

        // Logs and metrics are the host's code: it may use the client, and must not find our locks held.
        news?.Invoke(logger);
        pipeline.Report(read);
        if (isNew)
            metrics.Update();
    }

    /// <summary>A copy of the present home, if it comes from this connection.</summary>
    public byte[]? Last(int number)
    {
        lock (_gate)
            return _current == number ? pipeline.CopyDocument() : null;
    }

    /// <summary>Counts an event that could not be read, and skips it while there is a home that is current.</summary>
    /// <exception cref="NestProtocolException">There is none. Nest sends the home again only when something changes, which may be hours; a new connection begins with it.</exception>
    public void Reject(NestProtocolException error)
    {
        metrics.EventSkipped();
        // Whoever hears of the end logs it.
        if (connection.State.Status != ConnectionStatus.Connected)
            throw error;
        StreamingLog.EventSkipped(logger, error.Message);
    }

    /// <summary>Does something about a connection that is lost, if it is the one that has brought the present home.</summary>
    public void Lost(int number, Action lost)
    {
        lock (_gate)
        {
            if (_current == number)
                lost();
        }
    }

    public void ByteSeen() => connection.ByteSeen();

    private void Connect()
    {
        if (_taken == _current)
            return;
        _current = _taken;
        _news = connection.State.Status == ConnectionStatus.Connected ? StreamingLog.HandedOver : StreamingLog.Connected;
        if (connection.State.Status != ConnectionStatus.Connected)
            connection.Set(ConnectionStatus.Connected);
    }
}
