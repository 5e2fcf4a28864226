using System.Runtime.CompilerServices;
using System.Text;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <summary>
/// An observer that hands out what it saw, one notification at a time: a test waits for the next value instead of sleeping. A wait that lasts too long
/// fails and tells what had come. It keeps every value, so it is for tests, not for programs that run for long.
/// </summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class ObserverRecorder<T> : IObserver<T>
{
    private readonly Lock _lock = new();
    private readonly Pulse _pulse = new();
    private readonly List<T> _values = [];
    private readonly TimeSpan? _patience;
    private int _taken;
    private bool _hasEnded;
    private Exception? _error;

    /// <summary>Makes a recorder.</summary>
    /// <param name="patience">How long a wait lasts before it fails the test, in real time. Default: 10 s.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than a timer takes.</exception>
    public ObserverRecorder(TimeSpan? patience = null)
    {
        Patience.ThrowIfNoLimit(patience);
        _patience = patience;
    }

    /// <summary>How many values have come so far, taken or not.</summary>
    public int Count => Values.Count;

    /// <summary>The values that have come so far in their order, taken or not.</summary>
    public IReadOnlyList<T> Values
    {
        get
        {
            lock (_lock)
            {
                return [.. _values];
            }
        }
    }

    /// <summary>Takes the next value, waiting for it if need be.</summary>
    /// <param name="meanwhile">Called again and again while it waits, some hundred times a second: the place to advance a fake clock.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <exception cref="TimeoutException">Nothing came; the text says what had come before.</exception>
    /// <exception cref="InvalidOperationException">The sequence has ended; an error that ended it is the inner exception.</exception>
    public async Task<T> NextAsync(Action? meanwhile = null, CancellationToken cancellationToken = default)
    {
        using var patience = new Patience(_patience, cancellationToken);
        return await TakeAsync("a value", patience, meanwhile).ConfigureAwait(false);
    }

    /// <summary>Takes values until one fits.</summary>
    /// <param name="condition">Says whether a value fits.</param>
    /// <param name="meanwhile">Called again and again while it waits, some hundred times a second: the place to advance a fake clock.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <param name="description">Filled in by the compiler: what the failure calls the condition.</param>
    /// <returns>The first value that fits; those before it are taken, too.</returns>
    /// <exception cref="TimeoutException">No value fitted in time; the text says what came.</exception>
    /// <exception cref="InvalidOperationException">The sequence has ended; an error that ended it is the inner exception.</exception>
    public async Task<T> NextWhereAsync(
        Func<T, bool> condition,
        Action? meanwhile = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var patience = new Patience(_patience, cancellationToken);
        while (true)
        {
            var value = await TakeAsync($"a value that fits '{description}'", patience, meanwhile).ConfigureAwait(false);
            if (condition(value))
            {
                return value;
            }
        }
    }

    /// <summary>Waits for the end of the sequence; values before it are dropped.</summary>
    /// <param name="meanwhile">Called again and again while it waits, some hundred times a second: the place to advance a fake clock.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <returns>The error that ended it; null when it completed.</returns>
    /// <exception cref="TimeoutException">The sequence did not end in time; the text says what came.</exception>
    public async Task<Exception?> EndAsync(Action? meanwhile = null, CancellationToken cancellationToken = default)
    {
        using var patience = new Patience(_patience, cancellationToken);
        await WaitAsync(() => _hasEnded, "the end", patience, meanwhile).ConfigureAwait(false);
        lock (_lock)
        {
            _taken = _values.Count;
            return _error;
        }
    }

    /// <summary>Takes the next value if one has come already.</summary>
    /// <param name="value">The value.</param>
    /// <returns>False when none has come, or none is left at the end of the sequence.</returns>
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
        {
            _values.Add(value);
        }

        _pulse.Beat();
    }

    /// <inheritdoc />
    public void OnError(Exception error) => End(error);

    /// <inheritdoc />
    public void OnCompleted() => End(null);

    private void End(Exception? error)
    {
        lock (_lock)
        {
            (_hasEnded, _error) = (true, error);
        }

        _pulse.Beat();
    }

    private async Task<T> TakeAsync(string what, Patience patience, Action? meanwhile)
    {
        var (isTaken, value) = (false, default(T));
        await WaitAsync(() => (isTaken = TryTake(out value)) || _hasEnded, what, patience, meanwhile).ConfigureAwait(false);
        return isTaken ? value! : throw new InvalidOperationException(Describe($"Waited for {what}, but the sequence has ended"), _error);
    }

    private async Task WaitAsync(Func<bool> condition, string what, Patience patience, Action? meanwhile)
    {
        while (true)
        {
            var next = _pulse.Next;
            lock (_lock)
            {
                if (condition())
                {
                    return;
                }
            }

            if (!await patience.WaitAsync(next, meanwhile).ConfigureAwait(false))
            {
                lock (_lock)
                {
                    if (!condition())
                    {
                        throw new TimeoutException(Describe($"Waited {patience.Limit.TotalSeconds} s for {what} of {typeof(T).Name}"));
                    }

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
