namespace Nest.Sdk.Authorization;

/// <summary>Many callers, one call: whoever asks while it is under way gets its outcome.</summary>
internal sealed class SingleFlight<T>(Func<CancellationToken, Task<T>> call)
{
    private readonly Lock _gate = new();
    private Flight? _flight;

    /// <summary>Joins the call under way, or makes it.</summary>
    /// <param name="cancellationToken">Ends this caller's wait; the call goes on while anybody else waits.</param>
    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flight flight;
        lock (_gate)
        {
            flight = _flight ??= new Flight();
            flight.Waiting++;
            // Elsewhere: the call is the user's code, and no lock of ours is held while it runs.
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

    /// <summary>The last one to leave ends the call: nobody wants it any more, and the next caller must not join something that is being cancelled.</summary>
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
        // What the user's call hangs on the token may throw, and so may the call: there is nobody to tell.
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
