namespace Nest.Sdk.Cli.Watching;

/// <summary>When a watch ends by itself, or is told to.</summary>
internal sealed class WatchDuration : IDisposable
{
    /// <summary>Timers end at 49 days.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    private readonly CancellationTokenSource? _over;
    private readonly CancellationTokenSource _either;

    /// <param name="length">How long it is to last; null has no end.</param>
    /// <param name="interrupted">Fires when it is told to end.</param>
    public WatchDuration(TimeSpan? length, CancellationToken interrupted)
    {
        Length = length ?? Timeout.InfiniteTimeSpan;
        _over = length is { } limit && limit < Longest ? new CancellationTokenSource(limit, TimeProvider.System) : null;
        _either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, _over?.Token ?? CancellationToken.None);
    }

    public TimeSpan Length { get; }

    public bool IsOver => _over is { IsCancellationRequested: true };

    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        _over?.Dispose();
    }
}
