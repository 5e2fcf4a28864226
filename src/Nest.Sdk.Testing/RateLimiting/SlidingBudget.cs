namespace Nest.Sdk.Testing.RateLimiting;

/// <summary>
/// Limits the number of uses in the last period. It uses the monotonic clock, so that setting the clock has no effect.
/// </summary>
internal sealed class SlidingBudget(TimeProvider time, int limit, TimeSpan period)
{
    private readonly Queue<long> _spent = new();

    /// <summary>Returns the time until the next use is allowed. Zero when it is allowed now.</summary>
    public TimeSpan TimeUntilRoom()
    {
        while (_spent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= period)
            _spent.Dequeue();

        return _spent.Count < limit ? TimeSpan.Zero : period - time.GetElapsedTime(_spent.Peek());
    }

    public void Spend() => _spent.Enqueue(time.GetTimestamp());
}
