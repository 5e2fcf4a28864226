using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Rules;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing.Live;

/// <summary>
/// The state of one home. Each change is applied and published under one lock, so every reader receives the changes in
/// the same order.
/// </summary>
internal sealed partial class LiveHome : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HiddenState _hidden = new();
    private readonly TimeProvider _time;
    private Action<LiveHome> _publish;
    private readonly DueTimer _timer;
    private FakeHome _home;
    private FakeHome _former;
    private DateTimeOffset _seenUntil;

    /// <param name="home">The initial home.</param>
    /// <param name="time">The clock of timed effects.</param>
    /// <param name="publish">Publishes a change. Called while the home is locked.</param>
    public LiveHome(FakeHome home, TimeProvider time, Action<LiveHome> publish)
    {
        ThrowIfNotJson(home, nameof(home));
        (_home, _time, _publish) = (home.Copy(), time, publish);
        _former = _home;
        _timer = new DueTimer(time, OnDue);
        _seenUntil = time.GetUtcNow();
        _timer.Set(TimedEffects.Next(_home.Root, _hidden, _seenUntil));
    }

    /// <summary>
    /// Runs an action between two changes. A subscriber added here starts with the current home and misses no later
    /// change.
    /// </summary>
    public T Locked<T>(Func<T> action)
    {
        lock (_lock)
            return action();
    }

    /// <summary>
    /// Calls a further service back after each change, while the home is locked, until the result is disposed.
    /// </summary>
    public IDisposable Follow(Action<LiveHome> publish)
    {
        lock (_lock)
            _publish += publish;

        return new Following(this, publish);
    }

    /// <exception cref="ArgumentException">
    /// The change returned null, or a home that cannot be written as JSON.
    /// </exception>
    public void Change(Func<FakeHome, FakeHome> change)
    {
        lock (_lock)
        {
            ApplyDueEffects();
            var next = change(_home.Copy()) ?? throw new ArgumentException("The change returned null. Return the next home, or the current one for no change.", nameof(change));
            ThrowIfNotJson(next, nameof(change));
            next = next.Copy();
            _hidden.Forget(next.Root);
            SecurityEffects.Follow(_home.Root, next.Root, _seenUntil, _hidden);
            Accept(next);
        }
    }

    /// <summary>Changes the home and its hidden state without checking the rules.</summary>
    public void Amend(Action<HomeState> change)
    {
        lock (_lock)
        {
            ApplyDueEffects();
            var next = _home.Copy();
            change(new HomeState(next.Root, _hidden.Root));
            Accept(next);
        }
    }

    /// <summary>
    /// Changes the views of the home. Publishes the home again when <paramref name="change"/> returns true.
    /// </summary>
    public void ChangeViews(Func<bool> change)
    {
        lock (_lock)
        {
            if (change())
                Accept(_home);
        }
    }

    /// <summary>
    /// Runs <paramref name="write"/> on a copy of the document. The copy becomes the current document unless
    /// <paramref name="write"/> returns a refusal.
    /// </summary>
    public Refusal? TryWrite(Func<JsonObject, HiddenState, Refusal?> write)
    {
        lock (_lock)
        {
            ApplyDueEffects();
            var next = _home.Copy();
            if (write(next.Root, _hidden) is { } refusal)
                return refusal;

            Accept(next);
            return null;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Accept(FakeHome next)
    {
        if (!ReferenceEquals(next, _home))
            Volatile.Write(ref _former, _home);

        _home = next;
        _timer.Set(TimedEffects.Next(_home.Root, _hidden, _seenUntil));
        _publish(this);
    }

    private void OnDue()
    {
        lock (_lock)
        {
            ApplyDueEffects();
            _timer.Set(TimedEffects.Next(_home.Root, _hidden, _seenUntil));
        }
    }

    /// <summary>Applies all effects that are due, even when the timer is late.</summary>
    private void ApplyDueEffects()
    {
        var (since, now) = (_seenUntil, _time.GetUtcNow());
        _seenUntil = now;
        if (TimedEffects.Next(_home.Root, _hidden, since) <= now)
        {
            var next = _home.Copy();
            TimedEffects.Apply(next.Root, _hidden, since, now);
            Accept(next);
        }
    }

    /// <summary>Rejects a home that cannot be written as JSON. Every later read and stream would fail.</summary>
    private static void ThrowIfNotJson(FakeHome home, string name)
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

    private sealed class Following(LiveHome home, Action<LiveHome> publish) : IDisposable
    {
        public void Dispose()
        {
            lock (home._lock)
                home._publish = home._publish - publish ?? (static _ => { });
        }
    }
}
