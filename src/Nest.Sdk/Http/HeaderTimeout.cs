namespace Nest.Sdk.Http;

/// <summary>
/// Extends the timeout for the headers of a stream while bytes arrive, up to a maximum: slow headers are not a broken
/// link.
/// </summary>
/// <param name="wait">The wait, started just now.</param>
/// <param name="silence">The longest time without a byte.</param>
/// <param name="longest">
/// The longest time for all headers, if that is more than the silence. <see cref="Timeout.InfiniteTimeSpan"/> means no
/// maximum.
/// </param>
/// <param name="time">The clock (monotonic).</param>
internal sealed class HeaderTimeout(CancellationTokenSource wait, TimeSpan silence, TimeSpan longest, TimeProvider time) : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _gate = new();
    private volatile bool _isOver = silence == Timeout.InfiniteTimeSpan;

    /// <summary>Whether the headers have arrived, or the wait has ended.</summary>
    public bool IsOver => _isOver;

    /// <summary>Notes a byte. Called by the connection, at any time.</summary>
    public void ByteSeen()
    {
        lock (_gate)
        {
            if (!_isOver)
                wait.CancelAfter(Left());
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _isOver = true;
    }

    private TimeSpan Left()
    {
        if (longest == Timeout.InfiniteTimeSpan)
            return silence;
        var left = (longest > silence ? longest : silence) - time.GetElapsedTime(_start);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < silence ? left : silence;
    }
}
