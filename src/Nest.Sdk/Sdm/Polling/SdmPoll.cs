using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm.Events;

namespace Nest.Sdk.Sdm.Polling;

/// <summary>
/// Follows a home by listing its devices at intervals. Runs until a list fails in a way that means no connection.
/// </summary>
/// <param name="reader">Reads the lists.</param>
/// <param name="publisher">Publishes the home.</param>
/// <param name="interval">How often the devices are listed now.</param>
/// <param name="settings">How often the structures are listed.</param>
/// <param name="delay">Waits for a time.</param>
/// <param name="logger">The logger.</param>
/// <param name="time">The clock.</param>
internal sealed class SdmPoll(SdmReader reader, SdmPublisher publisher, Func<TimeSpan> interval, SdmSettings settings, Func<TimeSpan, CancellationToken, Task> delay, ILogger logger, TimeProvider time)
{
    /// <summary>The number of 5xx responses in a row that mean no connection. One or two are usual.</summary>
    private const int MostFailures = 3;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>How long the first document waits for structures and rooms.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _placesRead = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first list has arrived and was published.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Whether the first list has arrived.</summary>
    public bool IsConnected => Connected.IsCompleted;

    /// <summary>Notes lists that show what no message has reported. Null without a feed.</summary>
    public Arrivals? Arrivals { get; init; }

    /// <summary>Starts lists of the devices.</summary>
    public ListTrigger Devices { get; } = new(delay);

    /// <summary>Starts lists of the structures and rooms.</summary>
    public ListTrigger Places { get; } = new(delay);

    /// <exception cref="NestException">The connection ended.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        // The first list is not repeated here: until it has arrived, there is no connection.
        await reader.ReadDevicesAsync(cancellationToken).ConfigureAwait(false);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var places = PollPlacesAsync(either.Token);
        var devices = PollDevicesAsync(begun, either.Token);
        try
        {
            await (await Task.WhenAny(devices, places).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            Devices.Close();
            Places.Close();
            await either.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(devices, places).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PollDevicesAsync(long begun, CancellationToken cancellationToken)
    {
        await WaitForPlacesAsync(cancellationToken).ConfigureAwait(false);
        publisher.Open();
        _connected.TrySetResult();
        var wait = interval() - time.GetElapsedTime(begun);
        for (var failures = 0; ;)
        {
            await Devices.WaitAsync(WholeMilliseconds(wait), cancellationToken).ConfigureAwait(false);
            var asked = Devices.Begin();
            begun = time.GetTimestamp();
            var pause = TimeSpan.Zero;
            try
            {
                if (await reader.ReadDevicesAsync(cancellationToken).ConfigureAwait(false))
                    Arrivals?.NoteUnreported();
                publisher.Publish();
                asked?.TrySetResult(true);
                failures = 0;
                wait = interval() - time.GetElapsedTime(begun);
            }
            catch (NestRateLimitException busy)
            {
                wait = TimeSpan.Zero;
                SdmLog.ListFailed(logger, pause = busy.RetryAfter ?? Minute, busy.Message);
            }
            catch (NestRequestException failed) when (failed.Failure == NestRequestFailure.ServerFailure && ++failures < MostFailures)
            {
                // Soon, and not after an interval: until then a usual failure would look like a lost connection.
                wait = TimeSpan.Zero;
                SdmLog.ListFailed(logger, pause = failed.RetryAfter ?? TimeSpan.FromSeconds(failures), failed.Message);
            }
            finally
            {
                End(asked, cancellationToken);
            }

            // A request for a list does not shorten it.
            await delay(WholeMilliseconds(pause), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits a little, so that the first document of most homes is whole.</summary>
    private async Task WaitForPlacesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _placesRead.Task.WaitAsync(Grace, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The rooms follow.
        }
    }

    /// <summary>
    /// Lists structures and rooms at the start and at intervals, also across connections. A failure does not end the
    /// connection: the devices are shown without their rooms.
    /// </summary>
    private async Task PollPlacesAsync(CancellationToken cancellationToken)
    {
        var wait = Minute;
        while (true)
        {
            var asked = Places.Begin();
            try
            {
                if (asked is null && reader.PlacesDueIn(settings.RelistInterval) is { Ticks: > 0 } due)
                {
                    _placesRead.TrySetResult();
                    await Places.WaitAsync(WholeMilliseconds(due), cancellationToken).ConfigureAwait(false);
                    continue;
                }

                await reader.ReadPlacesAsync(publisher.Publish, cancellationToken).ConfigureAwait(false);
                asked?.TrySetResult(true);
                wait = Minute;
            }
            catch (NestException error) when (error is not NestAuthorizationException)
            {
                _placesRead.TrySetResult();
                var pause = error.MinimumDelay > wait ? error.MinimumDelay.Value : wait;
                SdmLog.PlacesNotRead(logger, pause, error.Message);
                await delay(WholeMilliseconds(pause), cancellationToken).ConfigureAwait(false);
                wait = wait * 2 > LongestWait ? LongestWait : wait * 2;
            }
            finally
            {
                End(asked, cancellationToken);
            }
        }
    }

    /// <summary>Answers the requests for a list that was not read.</summary>
    private static void End(TaskCompletionSource<bool>? asked, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            asked?.TrySetCanceled(cancellationToken);
        else
            asked?.TrySetResult(false);
    }

    /// <summary>Timers count whole milliseconds: a rest of less would be a wait that ends at once.</summary>
    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
