using System.Diagnostics;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Streaming;

/// <summary>Connects, reads, waits and reconnects, in one place for all backends.</summary>
internal sealed class SnapshotPump(
    INestProvider provider,
    ConnectionGate gate,
    ConnectionTracker connection,
    ReconnectPolicy policy,
    StreamHandover handOver,
    StreamReports reports,
    TimeProvider time)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private NestException? _lastError;

    /// <summary>Runs until it is cancelled or the authorization is lost.</summary>
    /// <returns>The error that ended the stream permanently. Null when it was cancelled.</returns>
    public async Task<NestException?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    // Continue a delay that was running when the last subscriber left: resubscribing must not bypass
                    // it.
                    await WaitAsync(policy.Remaining, cancellationToken).ConfigureAwait(false);
                    connection.Set(policy.Attempt == 0 ? ConnectionStatus.Connecting : ConnectionStatus.Reconnecting, _lastError, policy.Attempt);
                    var (error, upFor) = await ConnectOnceAsync(cancellationToken).ConfigureAwait(false);
                    if (Lost(error, upFor) is NestAuthorizationException { EndsStream: true } end)
                        return End(end);
                }
                catch (Exception unexpected) when (!cancellationToken.IsCancellationRequested)
                {
                    // No exception of a server, a handler or a listener of the host may end the pump: the stream would
                    // appear live.
                    reports.Unexpected(unexpected);
                    gate.Suspend();
                    _lastError = StreamFailure.Of(unexpected);
                    policy.Failed(TimeSpan.Zero, null);
                }
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // In any case: a cancelled read may also end as a broken connection.
            gate.Suspend();
            connection.Set(ConnectionStatus.Idle);
            return null;
        }
    }

    /// <summary>
    /// Opens a stream and waits for its end, or for the end of the stream that replaces it when the token changes.
    /// </summary>
    private async Task<(NestException Error, TimeSpan UpFor)> ConnectOnceAsync(CancellationToken cancellationToken)
    {
        var link = Open(cancellationToken);
        try
        {
            while (await handOver.IsDueAsync(link, cancellationToken).ConfigureAwait(false))
            {
                if (await handOver.OpenAsync(link, () => Open(cancellationToken), cancellationToken).ConfigureAwait(false) is not { } next)
                    continue;
                await link.DisposeAsync().ConfigureAwait(false);
                link = next;
            }

            await link.Ended.ConfigureAwait(false);
            throw new UnreachableException("A provider always ends with an exception.");
        }
        catch (NestException expected)
        {
            return (expected, link.UpFor);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            policy.Closed(link.UpFor);
            throw;
        }
        finally
        {
            await link.DisposeAsync().ConfigureAwait(false);
        }
    }

    private StreamLink Open(CancellationToken cancellationToken) => new(provider, gate, connection, reports, policy.Attempt, time, cancellationToken);

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait <= TimeSpan.Zero)
            return;
        connection.Set(ConnectionStatus.Reconnecting, _lastError, policy.Attempt, wait);
        // A timer takes 49 days at most, and a server may ask for more.
        for (; wait > LongestDelay; wait -= LongestDelay)
            await Task.Delay(LongestDelay, time, cancellationToken).ConfigureAwait(false);
        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
    }

    private NestException Lost(NestException error, TimeSpan upFor)
    {
        gate.Suspend();
        _lastError = error;
        var wait = policy.Failed(upFor, error.MinimumDelay);
        if (error is not NestAuthorizationException { EndsStream: true })
            reports.Lost(error, policy.Attempt, wait);
        return error;
    }

    private NestException End(NestException error)
    {
        reports.Ended(error);
        connection.Set(ConnectionStatus.Revoked, error, policy.Attempt);
        return error;
    }
}
