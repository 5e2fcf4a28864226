using System.Runtime.CompilerServices;
using System.Text;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <summary>
/// An observer that records values, so that a test can wait for the next one instead of sleeping. A wait that times out
/// throws and lists the values that arrived. The recorder keeps every value: use it in tests, not in long-running
/// programs.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class ObserverRecorder<T> : IObserver<T>
{
    private readonly Lock _lock = new();
    private readonly ChangeSignal _signal = new();
    private readonly List<T> _values = [];
    private readonly TimeSpan? _timeout;
    private int _taken;
    private bool _hasEnded;
    private Exception? _error;

    /// <summary>Creates a recorder.</summary>
    /// <param name="timeout">The timeout of a wait, in real time. Default: 10 s.</param>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative or longer than 49 days.</exception>
    public ObserverRecorder(TimeSpan? timeout = null)
    {
        WaitTimeout.ThrowIfInvalid(timeout);
        _timeout = timeout;
    }

    /// <summary>Gets the number of values received so far, taken or not.</summary>
    public int Count => Values.Count;

    /// <summary>Gets the values received so far in order, taken or not.</summary>
    public IReadOnlyList<T> Values
    {
        get
        {
            lock (_lock)
                return [.. _values];
        }
    }

    /// <summary>Takes the next value. Waits if necessary.</summary>
    /// <param name="meanwhile">Called about 200 times a second during the wait. Use it to advance a fake clock.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="TimeoutException">
    /// No value arrived before the timeout. The message lists earlier values.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The sequence has ended. The error that ended it, if any, is the inner exception.
    /// </exception>
    public async Task<T> NextAsync(Action? meanwhile = null, CancellationToken cancellationToken = default)
    {
        using var timeout = new WaitTimeout(_timeout, cancellationToken);
        return await TakeAsync("a value", timeout, meanwhile).ConfigureAwait(false);
    }

    /// <summary>Takes values until one matches a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="meanwhile">Called about 200 times a second during the wait. Use it to advance a fake clock.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="description">The text of the condition, for the failure message. Supplied by the compiler.</param>
    /// <returns>The first matching value. The values before it are taken, too.</returns>
    /// <exception cref="TimeoutException">
    /// No matching value arrived before the timeout. The message lists the values that arrived.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The sequence has ended. The error that ended it, if any, is the inner exception.
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

    /// <summary>Waits for the end of the sequence. Values before it are discarded.</summary>
    /// <param name="meanwhile">Called about 200 times a second during the wait. Use it to advance a fake clock.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The error that ended the sequence. Null when it completed.</returns>
    /// <exception cref="TimeoutException">
    /// The sequence did not end before the timeout. The message lists the values that arrived.
    /// </exception>
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

    /// <summary>Takes the next value if one has already arrived.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when a value was taken, false when no further value has arrived.</returns>
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
        return new StringBuilder(what).Append(". ").Append(_taken).Append(" values were taken before.").AppendRecap("Values received", values).ToString();
    }
}
