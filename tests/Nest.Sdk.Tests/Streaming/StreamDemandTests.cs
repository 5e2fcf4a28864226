using Nest.Sdk.Streaming;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>
/// A user that is added while the stream ends permanently gets the error or a new stream: exactly one of them. A failed
/// run does not block later users.
/// </summary>
public sealed class StreamDemandTests : IDisposable
{
    private readonly List<string> _members = [];
    private readonly List<string> _notified = [];
    private readonly SemaphoreSlim _started = new(0);
    // Runs synchronously: what follows the end runs on the thread that causes it.
    private readonly List<TaskCompletionSource<NestException?>> _runs = [];
    private readonly StreamDemand _demand;
    private Action _whenEnded = static () => { };
    private int _isOver;

    public StreamDemandTests() => _demand = new StreamDemand(Run, Ended, TimeSpan.Zero, new SignallingTime());

    [Fact]
    public async Task A_user_added_while_the_stream_ends_gets_the_end()
    {
        await JoinFirstAsync();

        _demand.Acquire(() =>
        {
            // The end comes when this user has been counted and is not yet in the list.
            var ending = new Thread(() => _runs[0].SetResult(new NestAuthorizationException()));
            UntilItEndsOrWaits(ending);
            _members.Add("late");
            return 0;
        });

        await EndedAsync();
        Assert.Equal(["first", "late"], _notified);
        Assert.Single(_runs);
    }

    [Fact]
    public async Task A_user_added_while_the_others_are_notified_gets_a_new_stream_and_no_error()
    {
        await JoinFirstAsync();
        Thread? joining = null;
        _whenEnded = () => UntilItEndsOrWaits(joining = new Thread(() => _demand.Acquire(() =>
        {
            _members.Add("late");
            return 0;
        })));

        _runs[0].SetResult(new NestAuthorizationException());

        await EndedAsync();
        joining!.Join();
        Assert.True(await _started.WaitAsync(Patience.Limit));
        Assert.Equal(["first"], _notified);
        Assert.Equal(2, _runs.Count);
    }

    [Fact]
    public async Task After_a_failed_run_the_next_user_gets_a_new_one()
    {
        await JoinFirstAsync();

        _runs[0].SetException(new InvalidOperationException("unexpected"));
        await JoinFirstAsync();

        Assert.Equal(2, _runs.Count);
        Assert.Empty(_notified);
    }

    [Fact]
    public async Task A_run_that_fails_while_the_next_one_waits_for_it_does_not_prevent_the_next_one()
    {
        await JoinFirstAsync();
        _demand.Release();
        _demand.Acquire(static () => 0);

        _runs[0].SetException(new InvalidOperationException("unexpected"));

        Assert.True(await _started.WaitAsync(Patience.Limit));
        Assert.Equal(2, _runs.Count);
    }

    public void Dispose() => _started.Dispose();

    private static void UntilItEndsOrWaits(Thread thread)
    {
        thread.Start();
        while (thread.IsAlive && !thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
            Thread.Yield();
    }

    private async Task JoinFirstAsync()
    {
        _demand.Acquire(() =>
        {
            _members.Add("first");
            return 0;
        });
        Assert.True(await _started.WaitAsync(Patience.Limit));
    }

    private async Task EndedAsync()
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (Volatile.Read(ref _isOver) == 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Task<NestException?> Run(CancellationToken cancellationToken)
    {
        var run = new TaskCompletionSource<NestException?>();
        _runs.Add(run);
        _started.Release();
        return run.Task;
    }

    private void Ended(NestException error)
    {
        _whenEnded();
        _notified.AddRange(_members);
        Volatile.Write(ref _isOver, 1);
    }
}
