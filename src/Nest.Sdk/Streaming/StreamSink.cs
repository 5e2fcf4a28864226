using Microsoft.Extensions.Logging;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Streaming;

/// <summary>What one connection brings goes to the pipeline and into the connection state.</summary>
internal sealed class StreamSink(UpdatePipeline pipeline, ConnectionTracker connection, TimeProvider time, ILogger logger) : INestDocumentSink
{
    private long? _connectedAt;

    /// <summary>How long this connection has been up; zero when no document has come.</summary>
    public TimeSpan UpFor => _connectedAt is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;

    public bool Accept(ReadOnlySpan<byte> document)
    {
        DataModel model;
        try
        {
            model = pipeline.Read(document);
        }
        catch (NestProtocolException error)
        {
            Reject(error);
            return false;
        }

        // Only a document proves that the other side is Nest and that this token sees its home.
        if (_connectedAt is null)
        {
            _connectedAt = time.GetTimestamp();
            connection.Set(ConnectionStatus.Connected);
            StreamingLog.Connected(logger);
        }

        // After the state: who hears the model must not read that it is stale.
        pipeline.Publish(model);
        return true;
    }

    public void Reject(NestProtocolException error) => StreamingLog.EventSkipped(logger, error.Message);

    public void ByteSeen() => connection.ByteSeen();
}
