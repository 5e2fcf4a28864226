using System.Runtime.ExceptionServices;
using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>
/// Keeps the stream open for a write to be confirmed, and waits until it shows the home. An echo without a subscriber
/// would be lost.
/// </summary>
internal sealed class OpenedStream : IObserver<DataModel>, IDisposable
{
    /// <summary>
    /// A connection and its first document take a second or two. After this time a caller no longer expects the write
    /// to be sent.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<(DataModel? Home, Exception? Error)> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDisposable _subscription;

    public OpenedStream(IObservable<DataModel> homes) => _subscription = homes.Subscribe(this);

    /// <summary>Waits for the home of an open stream.</summary>
    /// <param name="reason">Gets the reason for which the stream is not open.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="NestException">No home arrived.</exception>
    public async Task<DataModel> HomeAsync(Func<DisconnectReason?> reason, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var (home, error) = await _first.Task.WaitAsync(Limit, time, cancellationToken).ConfigureAwait(false);
            if (error is not null)
                ExceptionDispatchInfo.Throw(error);
            return home!;
        }
        catch (TimeoutException late)
        {
            throw new NestConnectionException($"The stream for confirming the write showed no home within {TimeText.Seconds(Limit)}.", late) { Reason = reason() ?? DisconnectReason.ResponseTimeout };
        }
    }

    public void OnNext(DataModel value) => _first.TrySetResult((value, null));

    public void OnError(Exception error) => _first.TrySetResult((null, error));

    public void OnCompleted() => _first.TrySetResult((null, new ObjectDisposedException(null, "The Nest client was disposed.")));

    public void Dispose() => _subscription.Dispose();
}
