namespace Nest.Sdk.Streaming;

/// <summary>How long to wait before the next attempt. One instance a client, so that the wait survives the last unsubscribe.</summary>
internal sealed class ReconnectPolicy(ReconnectSettings settings, TimeProvider time, Random random)
{
    private long _lastFailure;
    private TimeSpan _wait;

    /// <summary>Failed attempts in a row.</summary>
    public int Attempt { get; private set; }

    /// <summary>What is left of the wait that the last failure began.</summary>
    public TimeSpan Remaining
    {
        get
        {
            if (Attempt == 0)
                return TimeSpan.Zero;
            var left = _wait - time.GetElapsedTime(_lastFailure);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Notes a lost stream or a failed attempt.</summary>
    /// <param name="upFor">How long the stream showed life; zero when it never was connected.</param>
    /// <param name="retryAfter">The wait that the server asks for: a lower bound.</param>
    /// <returns>The wait before the next attempt.</returns>
    public TimeSpan Failed(TimeSpan upFor, TimeSpan? retryAfter)
    {
        // Only bytes over a while are proof that the trouble is over: a server that accepts and drops, or falls silent, must not be stormed.
        Attempt = IsStable(upFor) ? 1 : Attempt + 1;
        _wait = Delay(Attempt);
        if (retryAfter > _wait)
            _wait = retryAfter.Value;
        _lastFailure = time.GetTimestamp();
        return _wait;
    }

    /// <summary>Notes that a stream which held for a while was closed by our own will.</summary>
    public void Closed(TimeSpan upFor)
    {
        if (IsStable(upFor))
            Attempt = 0;
    }

    /// <summary>Also a period of zero asks for a stream that was there.</summary>
    private bool IsStable(TimeSpan upFor) => upFor > TimeSpan.Zero && upFor >= settings.StableAfter;

    private TimeSpan Delay(int attempt)
    {
        var nominal = TimeSpan.FromSeconds(Math.Min(settings.FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 30)), settings.MaxDelay.TotalSeconds));
        // At the cap there is no jitter: "at most one a minute" holds exactly, and the waits before have spread the clients already.
        return nominal >= settings.MaxDelay ? settings.MaxDelay : nominal * (0.5 + (random.NextDouble() / 2));
    }
}
