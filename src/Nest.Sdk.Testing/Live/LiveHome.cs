using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing.Live;

/// <summary>The state of one home. Each change is applied and handed to the streams under one lock: its order is the same for everyone.</summary>
internal sealed partial class LiveHome : IDisposable
{
    private readonly Lock _lock = new();
    private readonly UntoldState _untold = new();
    private readonly TimeProvider _time;
    private readonly Action<LiveHome> _publish;
    private readonly Alarm _alarm;
    private FakeHome _home;
    private FakeHome _former;
    private DateTimeOffset _seenUntil;

    /// <param name="home">The home to begin with.</param>
    /// <param name="time">The clock of what ends by itself.</param>
    /// <param name="publish">Tells the streams of a change; the home is locked meanwhile.</param>
    public LiveHome(FakeHome home, TimeProvider time, Action<LiveHome> publish)
    {
        ThrowIfNoJson(home, nameof(home));
        (_home, _time, _publish) = (home.Copy(), time, publish);
        _former = _home;
        _alarm = new Alarm(time, OnAlarm);
        _seenUntil = time.GetUtcNow();
        _alarm.Set(TimedEffects.Next(_home.Root, _untold, _seenUntil));
    }

    /// <summary>Does something between two changes: whoever joins here starts with the present and misses nothing after it.</summary>
    public T Locked<T>(Func<T> action)
    {
        lock (_lock)
        {
            return action();
        }
    }

    /// <exception cref="ArgumentException">The change gave no home, or one that no stream could show.</exception>
    public void Change(Func<FakeHome, FakeHome> change)
    {
        lock (_lock)
        {
            LetTimePass();
            var next = change(_home.Copy()) ?? throw new ArgumentException("The change gave null. It must give the next home; the one it got, for no change.", nameof(change));
            ThrowIfNoJson(next, nameof(change));
            next = next.Copy();
            _untold.Forget(next.Root);
            SecurityEffects.Follow(_home.Root, next.Root, _seenUntil, _untold);
            Accept(next);
        }
    }

    /// <summary>Changes the home and what its document does not tell; asks no rule.</summary>
    public void Amend(Action<HomeState> change)
    {
        lock (_lock)
        {
            LetTimePass();
            var next = _home.Copy();
            change(new HomeState(next.Root, _untold.Root));
            Accept(next);
        }
    }

    /// <summary>Changes what somebody sees of the home; it is published again when <paramref name="change"/> says so.</summary>
    public void ChangeViews(Func<bool> change)
    {
        lock (_lock)
        {
            if (change())
            {
                Accept(_home);
            }
        }
    }

    /// <summary>Lets <paramref name="write"/> work on a copy of the document, which counts when it finds nothing to refuse.</summary>
    public Refusal? TryWrite(Func<JsonObject, UntoldState, Refusal?> write)
    {
        lock (_lock)
        {
            LetTimePass();
            var next = _home.Copy();
            if (write(next.Root, _untold) is { } refusal)
            {
                return refusal;
            }

            Accept(next);
            return null;
        }
    }

    public void Dispose() => _alarm.Dispose();

    private void Accept(FakeHome next)
    {
        if (!ReferenceEquals(next, _home))
        {
            Volatile.Write(ref _former, _home);
        }

        _home = next;
        _alarm.Set(TimedEffects.Next(_home.Root, _untold, _seenUntil));
        _publish(this);
    }

    private void OnAlarm()
    {
        lock (_lock)
        {
            LetTimePass();
            _alarm.Set(TimedEffects.Next(_home.Root, _untold, _seenUntil));
        }
    }

    /// <summary>What has ended by now ends before anything else happens, also when the alarm is late.</summary>
    private void LetTimePass()
    {
        var (since, now) = (_seenUntil, _time.GetUtcNow());
        _seenUntil = now;
        if (TimedEffects.Next(_home.Root, _untold, since) <= now)
        {
            var next = _home.Copy();
            TimedEffects.Apply(next.Root, _untold, since, now);
            Accept(next);
        }
    }

    /// <summary>What cannot be written must not get in: every read and every stream would fail from then on.</summary>
    private static void ThrowIfNoJson(FakeHome home, string name)
    {
        try
        {
            DocumentText.Render(home.Root);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"The home cannot be written as JSON: {error.Message}", name, error);
        }
    }
}
