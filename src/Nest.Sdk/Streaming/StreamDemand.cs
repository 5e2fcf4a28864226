namespace Nest.Sdk.Streaming;

/// <summary>Runs the pump while somebody needs the stream, and for a while longer.</summary>
/// <remarks>Lingering makes <c>FirstAsync</c> in a loop one connection instead of a storm. At most one run is alive: a new one waits for the old.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Each run disposes its own source; the timer goes when the stream stops.")]
internal sealed class StreamDemand(Func<CancellationToken, Task<NestException?>> run, Action<NestException> ended, TimeSpan linger, TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _count;
    private bool _disposed;
    private Task _running = Task.CompletedTask;
    private CancellationTokenSource? _stop;
    private ITimer? _lingering;

    /// <summary>Notes one more who needs the stream, and starts it when it does not run.</summary>
    /// <param name="join">Adds the one who needs it. Under the lock: a run that ends just now either tells this one too, or a new run starts for it.</param>
    /// <returns>What <paramref name="join"/> gave.</returns>
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

    /// <summary>Notes one less. The last one starts the linger time.</summary>
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

    /// <summary>Stops the stream for good.</summary>
    /// <returns>Completes when the pump has ended.</returns>
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
            // Somebody may have come between the timer's tick and the lock.
            if (_count == 0)
                Stop();
        }
    }

    private void Start()
    {
        var stop = _stop = new CancellationTokenSource();
        var previous = _running;
        // The first subscriber's context (its activity, its async locals) must not live on in a stream that all share.
        using (ExecutionContext.SuppressFlow())
            _running = Task.Run(() => RunAsync(previous, stop), CancellationToken.None);
    }

    private void Stop()
    {
        // Asynchronously: what hangs on the token must not run inside our lock.
        _ = _stop?.CancelAsync();
        _stop = null;
    }

    private async Task RunAsync(Task previous, CancellationTokenSource stop)
    {
        // Whoever stopped the stream hears how that one ended; here it only has to be over.
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        NestException? error = null;
        try
        {
            error = await run(stop.Token).ConfigureAwait(false);
        }
        finally
        {
            // Also when it failed in a way nobody foresaw: the next who needs the stream starts a new run.
            lock (_gate)
            {
                if (_stop == stop)
                    _stop = null;
                stop.Dispose();
                // When the stream counts as ended: who subscribes on hearing the error starts a new one.
                if (error is not null)
                    ended(error);
            }
        }
    }
}
