namespace Nest.Sdk.Sdm.Polling;

/// <summary>Starts the next list of one kind: when it is due, or sooner on request. Thread-safe.</summary>
/// <param name="delay">Waits for a time.</param>
internal sealed class ListTrigger(Func<TimeSpan, CancellationToken, Task> delay)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<bool>? _request;
    private bool _isClosed;

    /// <summary>Asks for a list. Requests before its start share it.</summary>
    /// <returns>
    /// Whether a list that was started after this call has been read. Cancelled when there will be no list.
    /// </returns>
    public Task<bool> RequestAsync()
    {
        lock (_gate)
        {
            if (_isClosed)
                return Task.FromCanceled<bool>(new CancellationToken(canceled: true));
            _request ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _woken.TrySetResult();
            return _request.Task;
        }
    }

    /// <summary>Ends the current wait, so that its length is computed again.</summary>
    public void Wake()
    {
        lock (_gate)
            _woken.TrySetResult();
    }

    /// <summary>Waits until the list is due, or sooner when it is requested or woken.</summary>
    public async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        Task woken;
        lock (_gate)
            woken = _woken.Task;
        if (wait <= TimeSpan.Zero || woken.IsCompleted)
            return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var due = delay(wait, either.Token);
        await Task.WhenAny(due, woken).ConfigureAwait(false);
        if (!due.IsCompleted)
        {
            await either.CancelAsync().ConfigureAwait(false);
            await due.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Takes the requests that the list that starts now answers. Null when there are none.</summary>
    public TaskCompletionSource<bool>? Begin()
    {
        lock (_gate)
        {
            _woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return Interlocked.Exchange(ref _request, null);
        }
    }

    /// <summary>Cancels all requests, current and later ones: there will be no other list.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _request?.TrySetCanceled();
        }
    }
}
