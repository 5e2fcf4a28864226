using System.Runtime.ExceptionServices;
using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>Holds the stream open for a write that it is to confirm, and waits until it stands: what an echo tells to nobody is lost.</summary>
internal sealed class OpenedStream : IObserver<DataModel>, IDisposable
{
    /// <summary>A connection and its first document take a second or two. Longer than this, and nobody would expect the write to go out any more.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<(DataModel? Home, Exception? Error)> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDisposable _subscription;

    public OpenedStream(IObservable<DataModel> homes) => _subscription = homes.Subscribe(this);

    /// <summary>Waits for the home as an open stream shows it.</summary>
    /// <param name="reason">What keeps the stream from it just now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NestException">None came.</exception>
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
            throw new NestConnectionException($"The stream that is to confirm the write showed no home within {TimeText.Seconds(Limit)}.", late) { Reason = reason() ?? DisconnectReason.ResponseTimeout };
        }
    }

    public void OnNext(DataModel value) => _first.TrySetResult((value, null));

    public void OnError(Exception error) => _first.TrySetResult((null, error));

    public void OnCompleted() => _first.TrySetResult((null, new ObjectDisposedException(null, "The Nest client was disposed.")));

    public void Dispose() => _subscription.Dispose();
}
