namespace Nest.Sdk.Http;

/// <summary>Lets the wait for the headers of a stream go on while bytes come: slow headers are no dead link. But not without end.</summary>
/// <param name="wait">The wait, which began just now.</param>
/// <param name="silence">How long no byte may come.</param>
/// <param name="longest">How long the headers may take, however busily they drip, if that is more than the silence; <see cref="Timeout.InfiniteTimeSpan"/> sets no end.</param>
/// <param name="time">The clock (monotonic).</param>
internal sealed class HeaderLife(CancellationTokenSource wait, TimeSpan silence, TimeSpan longest, TimeProvider time) : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _gate = new();
    private volatile bool _isOver = silence == Timeout.InfiniteTimeSpan;

    /// <summary>Whether the headers are there, or nobody waits for them any more.</summary>
    public bool IsOver => _isOver;

    /// <summary>Called by the connection, at any time.</summary>
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
