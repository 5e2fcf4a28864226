using System.Diagnostics.CodeAnalysis;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// Pulls messages as long as there is a client: one pull is always pending, also while the last batch is handled.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Everything is disposed when the run has stopped.")]
internal sealed class FeedRun
{
    /// <summary>The number of 5xx responses in a row that mean no connection. One or two are usual.</summary>
    private const int MostFailures = 3;

    /// <summary>The number of messages that may wait for a list. Beyond it no more are pulled.</summary>
    private const int MostWaiting = 100;

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    private readonly FeedRoutes _routes;
    private readonly FeedState _state;
    private readonly FeedTimer _timer;
    private readonly TimeProvider _time;
    private readonly Receipts _receipts;
    private readonly FeedDispatch _dispatch;
    private readonly FeedFaults _faults;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<Task> _stopped;
    private readonly Task _running;
    private volatile TaskCompletionSource _membersChanged = NewSignal();
    private FeedMember? _leader;
    private int _failures;
    private TimeSpan _pause;

    /// <param name="routes">The clients. At least one.</param>
    /// <param name="memory">What is remembered of messages.</param>
    /// <param name="state">The state that outlives this run.</param>
    /// <param name="timer">Waits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="before">The run before this one, whose end is awaited.</param>
    public FeedRun(FeedRoutes routes, FeedMemory memory, FeedState state, FeedTimer timer, TimeProvider time, Task before)
    {
        (_routes, _state, _timer, _time) = (routes, state, timer, time);
        var logger = routes.Any!.Logger;
        _receipts = new Receipts(timer.DelayAsync, logger, time);
        _dispatch = new FeedDispatch(routes, memory, _receipts, logger, time, _stop.Token);
        _faults = new FeedFaults(state, routes, logger, time);
        _stopped = new Lazy<Task>(EndAsync);
        _running = RunAsync(before);
    }

    /// <summary>Notes that a client was added, was removed, or has listed its home.</summary>
    public void MembersChanged()
    {
        _dispatch.MembersChanged();
        Interlocked.Exchange(ref _membersChanged!, NewSignal()).TrySetResult();
    }

    /// <summary>Stops pulling, and returns what is in hand.</summary>
    public Task StopAsync() => _stopped.Value;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task EndAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _dispatch.DisposeAsync().ConfigureAwait(false);
        await _receipts.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync(Task before)
    {
        // Not under the lock of the feed: a pull asks a token source of the user's.
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await PullAsync().ConfigureAwait(false);
            }
            catch (Exception unexpected) when (!_stop.IsCancellationRequested)
            {
                // A feed that ended silently would look like a quiet home.
                Lose(new NestConnectionException($"The feed failed unexpectedly: {unexpected.GetType().Name}.", unexpected));
            }
            catch (OperationCanceledException)
            {
                // The normal end.
            }
        }
    }

    private async Task PullAsync()
    {
        PendingPull? pending = null;
        try
        {
            while (true)
            {
                var leader = await LeaderAsync().ConfigureAwait(false);
                await DropBacklogAsync(leader).ConfigureAwait(false);
                if (pending is not null && pending.Rest != leader.Rest)
                    Interlocked.Exchange(ref pending, null).Abandon();
                pending ??= Pull(leader);
                if (await OutcomeAsync(pending).ConfigureAwait(false) is not { } outcome)
                    continue;
                pending = null;
                if (outcome.Error is { } error)
                    await FailAsync(leader, error).ConfigureAwait(false);
                else
                    pending = await TakeAsync(leader, outcome).ConfigureAwait(false);
            }
        }
        finally
        {
            pending?.Abandon();
        }
    }

    private PendingPull Pull(FeedMember leader) => new(leader.Rest, _receipts, _time);

    /// <summary>
    /// Gets the client whose identity pulls: any, and the same as long as it is there. After a lost connection, one whose
    /// home has been listed since.
    /// </summary>
    private async Task<FeedMember> LeaderAsync()
    {
        while (true)
        {
            var changed = _membersChanged.Task;
            if (_leader is { } current && _routes.Contains(current) && !_state.WasLost)
                return current;
            _leader = _state.WasLost ? _routes.All.FirstOrDefault(static member => member.IsReady) : _routes.Any;
            if (_leader is { } leader)
            {
                _state.WasLost = false;
                return leader;
            }

            await changed.WaitAsync(_stop.Token).ConfigureAwait(false);
        }
    }

    /// <returns>The outcome. Null when the clients have changed first.</returns>
    private async Task<PullOutcome?> OutcomeAsync(PendingPull pull)
    {
        var changed = _membersChanged.Task;
        if (_leader is { } leader && _routes.Contains(leader))
            await Task.WhenAny(pull.Outcome, changed).WaitAsync(_stop.Token).ConfigureAwait(false);
        return pull.Outcome.IsCompleted ? await pull.Outcome.ConfigureAwait(false) : null;
    }

    private async Task DropBacklogAsync(FeedMember leader)
    {
        if (_state.IsBacklogDecided)
            return;
        _state.IsBacklogDecided = true;
        if (!leader.Settings.SkipsBacklog)
            return;
        try
        {
            await leader.Rest.DropBacklogAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (NestException error)
        {
            SdmLog.BacklogKept(leader.Logger, error.Message);
        }
    }

    /// <returns>The next pull.</returns>
    private async Task<PendingPull> TakeAsync(FeedMember leader, PullOutcome outcome)
    {
        _failures = 0;
        _faults.Recovered();
        _dispatch.Signal();
        var batch = outcome.Batch!.Value;
        _pause = batch.Messages.Length == 0 && outcome.Waited < Quick ? Longer(_pause) : TimeSpan.Zero;
        await _timer.DelayAsync(_pause, _stop.Token).ConfigureAwait(false);
        var next = Pull(leader);
        try
        {
            await _dispatch.HandleAsync(batch, _stop.Token).ConfigureAwait(false);
            await _dispatch.WaitAsync(MostWaiting, _stop.Token).ConfigureAwait(false);
            return next;
        }
        catch
        {
            next.Abandon();
            throw;
        }
    }

    /// <summary>Some servers answer an empty pull at once, which must not become a loop without a pause.</summary>
    private static TimeSpan Longer(TimeSpan pause) => pause == TimeSpan.Zero ? TimeSpan.FromSeconds(0.3) : pause * 1.5 < TimeSpan.FromSeconds(2) ? pause * 1.5 : TimeSpan.FromSeconds(2);

    private async Task FailAsync(FeedMember leader, NestException error)
    {
        var isServer = error is NestProtocolException or NestRequestException { Failure: NestRequestFailure.ServerFailure };
        if (error is NestConnectionException || (isServer && ++_failures >= MostFailures))
        {
            Lose(error);
            return;
        }

        if (error is NestAuthorizationException { EndsStream: true } && !leader.HasOwnIdentity)
        {
            // The access of one user was withdrawn. Others continue with theirs.
            _routes.Remove(leader);
            leader.End(error);
            return;
        }

        var wait = isServer ? error.MinimumDelay ?? TimeSpan.FromSeconds(_failures) : _faults.Next(error);
        if (isServer)
            SdmLog.PullFailed(leader.Logger, wait, error.Message);
        await _timer.DelayAsync(wait, _stop.Token).ConfigureAwait(false);
    }

    /// <summary>Ends every connection: each client reconnects by itself, and lists its home before the next pull.</summary>
    private void Lose(NestException error)
    {
        (_state.WasLost, _failures, _pause) = (true, 0, TimeSpan.Zero);
        foreach (var member in _routes.All)
        {
            _routes.Remove(member);
            member.End(error);
        }
    }
}
