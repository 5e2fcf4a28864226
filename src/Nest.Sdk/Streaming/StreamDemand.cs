namespace Nest.Sdk.Streaming;

/// <summary>Runs the pump while the stream is needed, and for the linger time after that.</summary>
/// <remarks>
/// The linger time lets <c>FirstAsync</c> in a loop use one connection. At most one run is active: a new one waits for
/// the old one.
/// </remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Each run disposes its source, and the timer is disposed when the stream stops.")]
internal sealed class StreamDemand(Func<CancellationToken, Task<NestException?>> run, Action<NestException> ended, TimeSpan linger, TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _count;
    private bool _disposed;
    private Task _running = Task.CompletedTask;
    private CancellationTokenSource? _stop;
    private ITimer? _lingering;

    /// <summary>Adds a user of the stream, and starts the stream when it is not running.</summary>
    /// <param name="join">
    /// Adds the user. Runs under the lock, so that either a run that is just ending notifies it or a new run starts for
    /// it.
    /// </param>
    /// <returns>The result of <paramref name="join"/>.</returns>
    public T Acquire<T>(Func<T> join)
    {
        lock (_gate)
        {
            if (_disposed)
                throw new ObjectDisposedException(null, "The Nest client was disposed.");
            _count++;
            _lingering?.Dispose();
            _lingering = null;
            if (_stop is null)
                Start();
            return join();
        }
    }

    /// <summary>Removes a user of the stream. The last one starts the linger time.</summary>
    public void Release()
    {
        lock (_gate)
        {
            if (--_count > 0 || _disposed || _stop is null)
                return;
            if (linger == TimeSpan.Zero)
                Stop();
            else
                _lingering = time.CreateTimer(static demand => ((StreamDemand)demand!).LingerOver(), this, linger, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Stops the stream permanently.</summary>
    /// <returns>A task that completes when the pump has ended.</returns>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _disposed = true;
            _lingering?.Dispose();
            Stop();
            return _running;
        }
    }

    private void LingerOver()
    {
        lock (_gate)
        {
            // A user may have been added between the timer's tick and the lock.
            if (_count == 0)
                Stop();
        }
    }

    private void Start()
    {
        var stop = _stop = new CancellationTokenSource();
        var previous = _running;
        // The execution context of the first subscriber (its activity and AsyncLocal values) must not flow into the
        // shared stream.
        using (ExecutionContext.SuppressFlow())
            _running = Task.Run(() => RunAsync(previous, stop), CancellationToken.None);
    }

    private void Stop()
    {
        // Asynchronously, so that cancellation callbacks do not run inside our lock.
        _ = _stop?.CancelAsync();
        _stop = null;
    }

    private async Task RunAsync(Task previous, CancellationTokenSource stop)
    {
        // Its error was reported to the subscribers of that run; here it only has to be over.
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        NestException? error = null;
        try
        {
            error = await run(stop.Token).ConfigureAwait(false);
        }
        finally
        {
            // Also after an unexpected failure, so that the next user starts a new run.
            lock (_gate)
            {
                if (_stop == stop)
                    _stop = null;
                stop.Dispose();
                // After the run counts as ended, so that an observer that resubscribes on the error starts a new one.
                if (error is not null)
                    ended(error);
            }
        }
    }
}
