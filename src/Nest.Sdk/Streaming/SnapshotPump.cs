using Microsoft.Extensions.Logging;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Streaming;

/// <summary>Connects, reads, waits, reconnects: the one place where that happens, for every backend.</summary>
internal sealed class SnapshotPump(
    INestProvider provider,
    UpdatePipeline pipeline,
    ConnectionTracker connection,
    ReconnectPolicy policy,
    TimeProvider time,
    ILogger logger)
{
    private DisconnectReason? _lastReason;

    /// <summary>Runs until it is cancelled or authorization is lost.</summary>
    /// <returns>The error that ended the stream for good; null when it was cancelled.</returns>
    public async Task<NestException?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A wait that was under way when the last subscriber left goes on: leaving and coming back is no way around it.
            while (true)
            {
                await WaitAsync(policy.Remaining, cancellationToken).ConfigureAwait(false);
                connection.Set(policy.Attempt == 0 ? ConnectionStatus.Connecting : ConnectionStatus.Reconnecting, _lastReason, policy.Attempt);
                var error = await ConnectOnceAsync(cancellationToken).ConfigureAwait(false);
                if (error is NestAuthorizationException)
                    return End(error);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            pipeline.Suspend();
            connection.Set(ConnectionStatus.Idle);
            return null;
        }
    }

    private async Task<NestException> ConnectOnceAsync(CancellationToken cancellationToken)
    {
        var sink = new StreamSink(pipeline, connection, time, logger);
        NestException error;
        try
        {
            await provider.RunAsync(sink, cancellationToken).ConfigureAwait(false);
            error = new NestConnectionException("The server ended the stream.") { Reason = DisconnectReason.EndOfStream };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            policy.Closed(sink.UpFor);
            throw;
        }
        catch (NestException expected)
        {
            error = expected;
        }
        catch (Exception unexpected) // Nothing that a server or a handler does may end the pump for good: it would look alive while dead.
        {
            StreamingLog.UnexpectedFailure(logger, unexpected);
            error = new NestConnectionException("The stream failed unexpectedly.", unexpected);
        }

        pipeline.Suspend();
        _lastReason = Reason(error);
        var wait = policy.Failed(sink.UpFor, RetryAfter(error));
        if (error is not NestAuthorizationException)
            StreamingLog.StreamLost(logger, Reason(error), policy.Attempt, wait, error.Message);
        return error;
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait <= TimeSpan.Zero)
            return;
        connection.Set(ConnectionStatus.Reconnecting, _lastReason, policy.Attempt, wait);
        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
    }

    private NestException End(NestException error)
    {
        StreamingLog.StreamEnded(logger, error.Message);
        connection.Set(ConnectionStatus.Revoked, DisconnectReason.Unauthorized, policy.Attempt);
        return error;
    }

    private static TimeSpan? RetryAfter(NestException error) => error switch
    {
        NestRateLimitException blocked => blocked.RetryAfter,
        NestRequestException failed => failed.RetryAfter,
        _ => null,
    };

    private static DisconnectReason Reason(NestException error) => error switch
    {
        NestConnectionException lost => lost.Reason,
        NestRateLimitException => DisconnectReason.RateLimited,
        NestRequestException => DisconnectReason.ServerError,
        NestAuthorizationException => DisconnectReason.Unauthorized,
        _ => DisconnectReason.ProtocolError,
    };
}
