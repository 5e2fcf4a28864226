using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Nest.Sdk.Streaming;

/// <summary>
/// Queues the values of a subscription for a reader with await foreach, with the same capacity and warnings as the
/// queue of an observer.
/// </summary>
/// <remarks>
/// Writing never waits, so the queue in front of this one is never behind: a slow reader is noticed here.
/// </remarks>
internal sealed class SubscriptionReader<T>(int capacity, TimeProvider time, SubscriberReports reports) : IObserver<T>
{
    private readonly Channel<(T Value, long Since)> _waiting = Channel.CreateBounded<(T, long)>(new BoundedChannelOptions(capacity) { SingleWriter = true });
    private readonly SlowWatch _slow = new(reports);

    public void OnNext(T value)
    {
        if (!_waiting.Writer.TryWrite((value, time.GetTimestamp())))
            Overflow();
        else if (_waiting.Reader.TryPeek(out var oldest))
            Note(oldest.Since);
    }

    public void OnError(Exception error) => _waiting.Writer.TryComplete(error);

    public void OnCompleted() => _waiting.Writer.TryComplete();

    /// <summary>Returns the queued values, and then the new ones.</summary>
    public async IAsyncEnumerable<T> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (value, since) in _waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            // The channel returns queued values without checking the token.
            cancellationToken.ThrowIfCancellationRequested();
            Note(since);
            yield return value;
        }
    }

    private void Overflow()
    {
        // Only once: values after the end are not an overflow.
        if (!_waiting.Writer.TryComplete(new NestSlowSubscriberException(capacity)))
            return;
        reports.Overflowed();
        while (_waiting.Reader.TryRead(out _))
        {
            // The queued values are dropped. The reader gets the error next, and a new subscription starts with the
            // current model.
        }
    }

    private void Note(long since) => _slow.Note(time.GetElapsedTime(since), _waiting.Reader.Count)?.Invoke();
}
