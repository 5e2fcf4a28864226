namespace Nest.Sdk.Testing.RateLimiting;

/// <summary>
/// A number of uses in the last 60 minutes, on the monotonic clock: setting the clock changes nothing.
/// </summary>
internal sealed class HourlyBudget(TimeProvider time, int limit)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Queue<long> _spent = new();

    /// <summary>The time until the next use is allowed; zero when it is allowed now.</summary>
    public TimeSpan TimeUntilRoom()
    {
        while (_spent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Hour)
            _spent.Dequeue();

        return _spent.Count < limit ? TimeSpan.Zero : Hour - time.GetElapsedTime(_spent.Peek());
    }

    public void Spend() => _spent.Enqueue(time.GetTimestamp());
}
