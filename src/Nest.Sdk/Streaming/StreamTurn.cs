using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;

namespace Nest.Sdk.Streaming;

/// <summary>Decides which connection feeds the pipeline: the newest that has brought a document. What an older one still says is out of date.</summary>
internal sealed class StreamTurn(UpdatePipeline pipeline, ConnectionTracker connection, NestMetrics metrics, ILogger logger)
{
    private readonly Lock _gate = new();
    private int _lastNumber;
    private int _current;

    /// <summary>A number for a new connection; a newer one has a larger number.</summary>
    public int TakeNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Takes a document, if it comes from the newest connection that has brought one.</summary>
    /// <param name="number">Which connection brings it.</param>
    /// <param name="document">The whole home.</param>
    /// <returns>False when the document cannot be read; it was skipped and reported.</returns>
    public bool Take(int number, ReadOnlySpan<byte> document)
    {
        lock (_gate)
        {
            if (number < _current)
                return true;
            try
            {
                // Between the two: who hears of the connection must not find the old model, and who hears the model must not read that it is stale.
                if (pipeline.Take(document, known: () => Connect(number)))
                    metrics.Update();
                return true;
            }
            catch (NestProtocolException error)
            {
                Reject(error);
                return false;
            }
        }
    }

    public void Reject(NestProtocolException error)
    {
        metrics.EventSkipped();
        StreamingLog.EventSkipped(logger, error.Message);
    }

    /// <summary>Does something about a connection that has ended, unless a newer one has taken its place.</summary>
    public void Ended(int number, Action lost)
    {
        lock (_gate)
        {
            if (_current <= number)
                lost();
        }
    }

    public void ByteSeen() => connection.ByteSeen();

    private void Connect(int number)
    {
        if (number == _current)
            return;
        _current = number;
        if (connection.State.Status == ConnectionStatus.Connected)
        {
            StreamingLog.HandedOver(logger);
            return;
        }

        connection.Set(ConnectionStatus.Connected);
        StreamingLog.Connected(logger);
    }
}
