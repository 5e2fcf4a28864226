using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;

namespace Nest.Sdk.Streaming;

/// <summary>Decides which connection feeds the pipeline: the newest that has brought a document. What an older one still says is out of date.</summary>
internal sealed class StreamTurn(UpdatePipeline pipeline, ConnectionTracker connection, NestMetrics metrics, ILogger logger)
{
    private readonly Lock _gate = new();
    private int _lastNumber;
    private volatile int _current;

    /// <summary>A number for a new connection; a newer one has a larger number.</summary>
    public int TakeNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Takes a document, if it comes from the newest connection that has brought one.</summary>
    /// <param name="number">Which connection brings it.</param>
    /// <param name="document">The whole home.</param>
    /// <exception cref="NestProtocolException">The document cannot be read.</exception>
    public void Take(int number, ReadOnlySpan<byte> document)
    {
        if (number < _current)
            return;
        // What cannot be read is logged, and logs and metrics are the host's code: it may use the client, and must not find our locks held.
        var model = pipeline.Read(document);
        bool isNew;
        Action<ILogger>? news = null;
        lock (_gate)
        {
            if (number < _current)
                return;
            // Between the two: who hears of the connection must not find the old model, and who hears the model must not read that it is stale.
            isNew = pipeline.Publish(model, document, known: () => news = Connect(number));
        }

        news?.Invoke(logger);
        if (isNew)
            metrics.Update();
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

    /// <returns>What to log of it.</returns>
    private Action<ILogger>? Connect(int number)
    {
        if (number == _current)
            return null;
        _current = number;
        if (connection.State.Status == ConnectionStatus.Connected)
            return StreamingLog.HandedOver;
        connection.Set(ConnectionStatus.Connected);
        return StreamingLog.Connected;
    }
}
