using System.Runtime.CompilerServices;

namespace Nest.Sdk.Testing.Waiting;

/// <summary>
/// How long a test waits, in real time on purpose: one that hangs must fail, whatever its fake clock does.
/// </summary>
internal sealed class WaitTimeout : IDisposable
{
    // Long enough for the effects of a fake clock to happen, short enough to go unnoticed.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _cancellation;

    public WaitTimeout(TimeSpan? limit, CancellationToken cancellationToken)
    {
        Limit = limit ?? TimeSpan.FromSeconds(10);
        _cancellation = cancellationToken;
        _late = new CancellationTokenSource(Limit, TimeProvider.System);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_late.Token, cancellationToken);
    }

    public TimeSpan Limit { get; }

    /// <exception cref="ArgumentOutOfRangeException">It is no length of time that a timer takes.</exception>
    public static void ThrowIfInvalid(TimeSpan? limit, [CallerArgumentExpression(nameof(limit))] string name = "")
    {
        if (limit is { } given && given != Timeout.InfiniteTimeSpan && (given < TimeSpan.Zero || given > TimeSpan.FromDays(49)))
            throw new ArgumentOutOfRangeException(name, given, "Use 0 to 49 days, or Timeout.InfiniteTimeSpan to wait without end.");
    }

    /// <summary>
    /// Waits for a task, or only a moment when there is something to do meanwhile; false when it is too late.
    /// </summary>
    public async Task<bool> WaitAsync(Task task, Action? meanwhile)
    {
        if (meanwhile is null)
        {
            await task.WaitAsync(_either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else
        {
            await Task.WhenAny(task, Task.Delay(Step, TimeProvider.System, _either.Token)).ConfigureAwait(false);
            if (!task.IsCompleted && !_either.IsCancellationRequested)
                meanwhile();
        }

        _cancellation.ThrowIfCancellationRequested();
        return !_late.IsCancellationRequested;
    }

    public void Dispose()
    {
        _either.Dispose();
        _late.Dispose();
    }
}
