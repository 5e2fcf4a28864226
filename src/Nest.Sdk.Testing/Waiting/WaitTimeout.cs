using System.Runtime.CompilerServices;

namespace Nest.Sdk.Testing.Waiting;

/// <summary>
/// The timeout of a wait in a test. It uses real time: a test that hangs must fail even when its fake clock stands
/// still.
/// </summary>
internal sealed class WaitTimeout : IDisposable
{
    // Long enough for the effects of a fake clock, short enough not to slow down a test.
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

    /// <exception cref="ArgumentOutOfRangeException">The time is negative or too long for a timer.</exception>
    public static void ThrowIfInvalid(TimeSpan? limit, [CallerArgumentExpression(nameof(limit))] string name = "")
    {
        if (limit is { } given && given != Timeout.InfiniteTimeSpan && (given < TimeSpan.Zero || given > TimeSpan.FromDays(49)))
            throw new ArgumentOutOfRangeException(name, given, "Use 0 to 49 days, or Timeout.InfiniteTimeSpan to wait indefinitely.");
    }

    /// <summary>
    /// Waits for a task, or for one short step when <paramref name="meanwhile"/> is set. Returns false at the timeout.
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
