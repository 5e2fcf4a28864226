using System.Runtime.CompilerServices;
using System.Text;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <summary>
/// An observer that returns what it saw, one notification at a time: a test waits for the next value instead of
/// sleeping. A wait that lasts too long fails and lists what arrived. It keeps every value, so it is for tests, not for
/// long-running programs.
/// </summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class ObserverRecorder<T> : IObserver<T>
{
    private readonly Lock _lock = new();
    private readonly ChangeSignal _signal = new();
    private readonly List<T> _values = [];
    private readonly TimeSpan? _timeout;
    private int _taken;
    private bool _hasEnded;
    private Exception? _error;

    /// <summary>Makes a recorder.</summary>
    /// <param name="timeout">How long a wait lasts before it fails the test, in real time. Default: 10 s.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or longer than 49 days.</exception>
    public ObserverRecorder(TimeSpan? timeout = null)
    {
        WaitTimeout.ThrowIfInvalid(timeout);
        _timeout = timeout;
    }

    /// <summary>How many values have come so far, taken or not.</summary>
    public int Count => Values.Count;

    /// <summary>The values that have come so far in their order, taken or not.</summary>
    public IReadOnlyList<T> Values
    {
        get
        {
            lock (_lock)
                return [.. _values];
        }
    }

    /// <summary>Takes the next value; waits if necessary.</summary>
    /// <param name="meanwhile">
    /// Called repeatedly while it waits, about 200 times a second: the place to advance a fake clock.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="TimeoutException">No value arrived in time. The message lists what arrived before.</exception>
    /// <exception cref="InvalidOperationException">
    /// The sequence has ended; an error that ended it is the inner exception.
    /// </exception>
    public async Task<T> NextAsync(Action? meanwhile = null, CancellationToken cancellationToken = default)
    {
        using var timeout = new WaitTimeout(_timeout, cancellationToken);
        return await TakeAsync("a value", timeout, meanwhile).ConfigureAwait(false);
    }

    /// <summary>Takes values until one fits.</summary>
    /// <param name="condition">Says whether a value fits.</param>
    /// <param name="meanwhile">
    /// Called repeatedly while it waits, about 200 times a second: the place to advance a fake clock.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="description">Filled in by the compiler: the text of the condition, for the failure message.</param>
    /// <returns>The first value that fits; those before it are taken, too.</returns>
    /// <exception cref="TimeoutException">
    /// No matching value arrived in time. The message lists what arrived.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The sequence has ended; an error that ended it is the inner exception.
    /// </exception>
    public async Task<T> NextWhereAsync(
        Func<T, bool> condition,
        Action? meanwhile = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var timeout = new WaitTimeout(_timeout, cancellationToken);
        while (true)
        {
            var value = await TakeAsync($"a value that fits '{description}'", timeout, meanwhile).ConfigureAwait(false);
            if (condition(value))
                return value;
        }
    }

    /// <summary>Waits for the end of the sequence; values before it are dropped.</summary>
    /// <param name="meanwhile">
    /// Called repeatedly while it waits, about 200 times a second: the place to advance a fake clock.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The error that ended it; null when it completed.</returns>
    /// <exception cref="TimeoutException">The sequence did not end in time. The message lists what arrived.</exception>
    public async Task<Exception?> EndAsync(Action? meanwhile = null, CancellationToken cancellationToken = default)
    {
        using var timeout = new WaitTimeout(_timeout, cancellationToken);
        await WaitAsync(() => _hasEnded, "the end", timeout, meanwhile).ConfigureAwait(false);
        lock (_lock)
        {
            _taken = _values.Count;
            return _error;
        }
    }

    /// <summary>Takes the next value if one has come already.</summary>
    /// <param name="value">The value.</param>
    /// <returns>False when no further value has arrived.</returns>
    public bool TryTake(out T? value)
    {
        lock (_lock)
        {
            var isThere = _taken < _values.Count;
            value = isThere ? _values[_taken++] : default;
            return isThere;
        }
    }

    /// <inheritdoc />
    public void OnNext(T value)
    {
        lock (_lock)
            _values.Add(value);

        _signal.Notify();
    }

    /// <inheritdoc />
    public void OnError(Exception error) => End(error);

    /// <inheritdoc />
    public void OnCompleted() => End(null);

    private void End(Exception? error)
    {
        lock (_lock)
            (_hasEnded, _error) = (true, error);

        _signal.Notify();
    }

    private async Task<T> TakeAsync(string what, WaitTimeout timeout, Action? meanwhile)
    {
        var (isTaken, value) = (false, default(T));
        await WaitAsync(() => (isTaken = TryTake(out value)) || _hasEnded, what, timeout, meanwhile).ConfigureAwait(false);
        return isTaken ? value! : throw new InvalidOperationException(Describe($"Waited for {what}, but the sequence has ended"), _error);
    }

    private async Task WaitAsync(Func<bool> condition, string what, WaitTimeout timeout, Action? meanwhile)
    {
        while (true)
        {
            var next = _signal.Next;
            lock (_lock)
            {
                if (condition())
                    return;
            }

            if (!await timeout.WaitAsync(next, meanwhile).ConfigureAwait(false))
            {
                lock (_lock)
                {
                    if (!condition())
                        throw new TimeoutException(Describe($"Waited {timeout.Limit.TotalSeconds} s for {what} of {typeof(T).Name}"));

                    return;
                }
            }
        }
    }

    private string Describe(string what)
    {
        var values = Values;
        return new StringBuilder(what).Append(". ").Append(_taken).Append(" values were taken before.").AppendRecap("Values that came", values).ToString();
    }
}
