namespace Nest.Sdk.Soak.Google;

/// <summary>
/// A clock that runs faster than the real one, for the client and its server. Google's limits count by the minute, and an
/// outage may last longer than the whole run.
/// </summary>
/// <param name="speed">How many seconds pass in a real one.</param>
internal sealed class QuickTime(int speed) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _begun = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency / speed;

    public override DateTimeOffset GetUtcNow() => _start + GetElapsedTime(_begun);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, System.CreateTimer(callback, state, Real(dueTime), Real(period)));

    /// <summary>Waits. A wait ends silently when the program ends.</summary>
    public Task PauseAsync(TimeSpan length, CancellationToken cancellationToken) => Pause.ForAsync(Real(length), cancellationToken);

    private TimeSpan Real(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / speed));

    private sealed class Timer(QuickTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Real(dueTime), time.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
