namespace Nest.Sdk.Cli.Watching;

/// <summary>Ends a watch after its duration or on request.</summary>
internal sealed class WatchDuration : IDisposable
{
    /// <summary>The longest period of a timer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    private readonly CancellationTokenSource? _over;
    private readonly CancellationTokenSource _either;

    /// <param name="length">The duration. Null for no end.</param>
    /// <param name="interrupted">Canceled when the watch must end.</param>
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
