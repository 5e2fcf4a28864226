namespace Nest.Sdk.Authorization;

/// <summary>
/// Shares one call among concurrent callers: a caller that arrives while the call runs gets its result.
/// </summary>
internal sealed class SingleFlight<T>(Func<CancellationToken, Task<T>> call)
{
    private readonly Lock _gate = new();
    private Flight? _flight;

    /// <summary>Joins the running call, or starts it.</summary>
    /// <param name="cancellationToken">
    /// Cancels this caller's wait. The call continues while another caller waits.
    /// </param>
    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flight flight;
        lock (_gate)
        {
            flight = _flight ??= new Flight();
            flight.Waiting++;
            // On another thread: the call is the user's code, and it must not run under our lock.
            flight.Outcome ??= Task.Run(() => FlyAsync(flight), CancellationToken.None);
        }

        try
        {
            return await flight.Outcome.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(flight);
        }
    }

    private async Task<T> FlyAsync(Flight flight)
    {
        try
        {
            return await call(flight.Stop.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
                Forget(flight);
        }
    }

    /// <summary>
    /// Cancels the call when the last caller leaves. The next caller must not join a call that is being cancelled.
    /// </summary>
    private void Leave(Flight flight)
    {
        lock (_gate)
        {
            if (--flight.Waiting > 0)
                return;
            Forget(flight);
        }

        _ = EndAsync(flight);
    }

    private static async Task EndAsync(Flight flight)
    {
        // The user's cancellation callbacks and the call itself may throw. Swallowed: no caller is left to report to.
        await flight.Stop.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ((Task)flight.Outcome!).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        flight.Stop.Dispose();
    }

    private void Forget(Flight flight)
    {
        if (_flight == flight)
            _flight = null;
    }

    private sealed class Flight
    {
        public CancellationTokenSource Stop { get; } = new();

        public int Waiting { get; set; }

        public Task<T>? Outcome { get; set; }
    }
}
