using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;

namespace Nest.Sdk.Streaming;

/// <summary>Decides which connection feeds the pipeline: the newest that has brought a document. What an older one still says is out of date.</summary>
internal sealed class StreamTurn(UpdatePipeline pipeline, ConnectionTracker connection, NestMetrics metrics, ILogger logger)
{
    private readonly Lock _gate = new();
    private StreamLink? _current;
    private long _lastNumber;

    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <returns>False when the document cannot be read; it was skipped and reported.</returns>
    public bool Take(StreamLink link, bool isFirst, ReadOnlySpan<byte> document)
    {
        lock (_gate)
        {
            // Also a first document, when it comes after that of a later connection.
            if (isFirst ? link.Number < _current?.Number : link != _current)
                return true;
            try
            {
                var model = pipeline.Read(document);
                if (isFirst)
                    Connect(link);
                // After the state: who hears the model must not read that it is stale.
                if (pipeline.Publish(model, document))
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

    public void ByteSeen() => connection.ByteSeen();

    private void Connect(StreamLink link)
    {
        _current = link;
        if (connection.State.Status == ConnectionStatus.Connected)
        {
            StreamingLog.HandedOver(logger);
            return;
        }

        connection.Set(ConnectionStatus.Connected);
        StreamingLog.Connected(logger);
    }
}
