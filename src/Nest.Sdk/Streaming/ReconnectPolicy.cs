namespace Nest.Sdk.Streaming;

/// <summary>
/// Determines the delay before the next attempt. One instance per client, so that the delay survives the last
/// unsubscribe.
/// </summary>
internal sealed class ReconnectPolicy(ReconnectSettings settings, TimeProvider time, Random random)
{
    private long _lastFailure;
    private TimeSpan _wait;

    /// <summary>The number of failed attempts in a row.</summary>
    public int Attempt { get; private set; }

    /// <summary>The rest of the delay that the last failure started.</summary>
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
    /// <param name="upFor">How long the stream showed signs of life. Zero when it was never connected.</param>
    /// <param name="retryAfter">The delay that the server asks for, as a lower bound.</param>
    /// <returns>The delay before the next attempt.</returns>
    public TimeSpan Failed(TimeSpan upFor, TimeSpan? retryAfter)
    {
        // Only bytes over a while prove that the failure is over: a server that accepts and then drops or falls silent
        // must not be flooded.
        Attempt = IsStable(upFor) ? 1 : Attempt + 1;
        _wait = Delay(Attempt);
        if (retryAfter > _wait)
            _wait = retryAfter.Value;
        _lastFailure = time.GetTimestamp();
        return _wait;
    }

    /// <summary>Notes that the client closed a stream which was up for a while.</summary>
    public void Closed(TimeSpan upFor)
    {
        if (IsStable(upFor))
            Attempt = 0;
    }

    /// <summary>Whether the stream counts as stable. A period of zero requires a connected stream too.</summary>
    private bool IsStable(TimeSpan upFor) => upFor > TimeSpan.Zero && upFor >= settings.StableAfter;

    private TimeSpan Delay(int attempt)
    {
        var nominal = TimeSpan.FromSeconds(Math.Min(settings.FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 30)), settings.MaxDelay.TotalSeconds));
        // No jitter at the maximum, so that "at most one per minute" holds exactly. The earlier delays have spread the
        // clients already.
        return nominal >= settings.MaxDelay ? settings.MaxDelay : nominal * (0.5 + (random.NextDouble() / 2));
    }
}
