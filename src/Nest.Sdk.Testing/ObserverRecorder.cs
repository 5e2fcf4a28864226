using System.Threading.Channels;

namespace Nest.Sdk.Testing;

/// <summary>An observer that hands out what it saw, one notification at a time: a test waits for the next value instead of sleeping.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class ObserverRecorder<T> : IObserver<T>
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(10);

    private readonly Channel<Notification> _seen = Channel.CreateUnbounded<Notification>();
    private readonly TimeSpan _patience;
    private int _count;

    /// <summary>Makes a recorder.</summary>
    /// <param name="patience">How long <see cref="NextAsync"/> waits before it fails the test, in real time. Default: 10 s.</param>
    public ObserverRecorder(TimeSpan? patience = null) => _patience = patience ?? DefaultPatience;

    /// <summary>How many values have come so far, taken or not.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Takes the next value, waiting for it if need be.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value.</returns>
    /// <exception cref="TimeoutException">Nothing came; the text says what had come before.</exception>
    /// <exception cref="InvalidOperationException">The sequence had ended; an error that ended it is the inner exception.</exception>
    public async Task<T> NextAsync(CancellationToken cancellationToken = default)
    {
        var next = await TakeAsync("a value", cancellationToken).ConfigureAwait(false);
        return next.Ended ? throw new InvalidOperationException($"Waited for a value, but the sequence ended after {Count} values.", next.Error) : next.Value!;
    }

    /// <summary>Takes values until one fits.</summary>
    /// <param name="condition">Says whether a value fits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first value that fits; those before it are gone.</returns>
    /// <exception cref="TimeoutException">No value fitted in time; the text says how many came.</exception>
    /// <exception cref="InvalidOperationException">The sequence had ended; an error that ended it is the inner exception.</exception>
    public async Task<T> NextWhereAsync(Func<T, bool> condition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        while (true)
        {
            var value = await NextAsync(cancellationToken).ConfigureAwait(false);
            if (condition(value))
                return value;
        }
    }

    /// <summary>Waits for the end of the sequence; values before it are dropped.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The error that ended it; null when it completed.</returns>
    /// <exception cref="TimeoutException">The sequence did not end in time.</exception>
    public async Task<Exception?> EndAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var next = await TakeAsync("the end", cancellationToken).ConfigureAwait(false);
            if (next.Ended)
                return next.Error;
        }
    }

    /// <summary>Takes the next value if one has come already.</summary>
    /// <param name="value">The value.</param>
    /// <returns>False when none has come, or the sequence has ended.</returns>
    public bool TryTake(out T? value)
    {
        var isThere = _seen.Reader.TryRead(out var next) && !next.Ended;
        value = isThere ? next.Value : default;
        return isThere;
    }

    /// <inheritdoc />
    public void OnNext(T value)
    {
        Interlocked.Increment(ref _count);
        _seen.Writer.TryWrite(new Notification(value, Ended: false, Error: null));
    }

    /// <inheritdoc />
    public void OnError(Exception error) => _seen.Writer.TryWrite(new Notification(default, Ended: true, error));

    /// <inheritdoc />
    public void OnCompleted() => _seen.Writer.TryWrite(new Notification(default, Ended: true, Error: null));

    private async Task<Notification> TakeAsync(string what, CancellationToken cancellationToken)
    {
        // Real time on purpose: a test that hangs must fail, whatever its fake clock does.
        using var patience = new CancellationTokenSource(_patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _seen.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {_patience} for {what} of {typeof(T).Name}; {Count} values had come before.", error);
        }
    }

    private readonly record struct Notification(T? Value, bool Ended, Exception? Error);
}
