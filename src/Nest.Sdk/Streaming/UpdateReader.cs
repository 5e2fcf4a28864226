using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Keeps the values of a subscription for one who reads with await foreach, as bounded and as watched as the queue of an observer.</summary>
/// <remarks>The queue in front of it is never behind, since writing never waits: here is where a slow reader shows.</remarks>
internal sealed class UpdateReader(int capacity, TimeProvider time, ILogger logger) : IObserver<DataModel>
{
    private readonly Channel<(DataModel Model, long Since)> _waiting = Channel.CreateBounded<(DataModel, long)>(new BoundedChannelOptions(capacity) { SingleWriter = true });
    private readonly SlowWatch _slow = new(logger);

    public void OnNext(DataModel value)
    {
        if (!_waiting.Writer.TryWrite((value, time.GetTimestamp())))
            OnError(new NestSlowSubscriberException(capacity));
        else if (_waiting.Reader.TryPeek(out var oldest))
            Note(oldest.Since);
    }

    public void OnError(Exception error)
    {
        // Only once: what comes behind an overflow is no error of its own.
        if (!_waiting.Writer.TryComplete(error) || error is not NestSlowSubscriberException)
            return;
        while (_waiting.Reader.TryRead(out _))
        {
            // Given up: the reader hears of the error next, and a new subscription starts with the present.
        }
    }

    public void OnCompleted() => _waiting.Writer.TryComplete();

    /// <summary>Hands out what waits, and then what comes.</summary>
    public async IAsyncEnumerable<DataModel> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (model, since) in _waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            // The channel hands out what waits without a look at the token.
            cancellationToken.ThrowIfCancellationRequested();
            Note(since);
            yield return model;
        }
    }

    private void Note(long since) => _slow.Note(time.GetElapsedTime(since), _waiting.Reader.Count)?.Invoke();
}
