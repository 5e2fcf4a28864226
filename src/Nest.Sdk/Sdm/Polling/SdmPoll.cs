using Microsoft.Extensions.Logging;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Sdm.Polling;

/// <summary>
/// Follows a home by listing its devices at intervals. Runs until a list fails in a way that means no connection.
/// </summary>
internal sealed class SdmPoll(SdmReader reader, SdmHome home, IHomeSink sink, SdmSettings settings, ILogger logger, TimeProvider time)
{
    /// <summary>The number of 5xx responses in a row that mean no connection. One or two are usual.</summary>
    private const int MostFailures = 3;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>How long the first document waits for structures and rooms.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Lock _publishing = new();
    private readonly TaskCompletionSource _placesRead = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the first list has arrived.</summary>
    public bool IsConnected { get; private set; }

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
            await either.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(devices, places).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PollDevicesAsync(long begun, CancellationToken cancellationToken)
    {
        await WaitForPlacesAsync(cancellationToken).ConfigureAwait(false);
        IsConnected = true;
        Publish();
        var wait = settings.PollInterval - time.GetElapsedTime(begun);
        for (var failures = 0; ;)
        {
            await DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            begun = time.GetTimestamp();
            try
            {
                await reader.ReadDevicesAsync(cancellationToken).ConfigureAwait(false);
                Publish();
                failures = 0;
                wait = settings.PollInterval - time.GetElapsedTime(begun);
            }
            catch (NestRateLimitException busy)
            {
                SdmLog.ListFailed(logger, wait = busy.RetryAfter ?? Minute, busy.Message);
            }
            catch (NestRequestException failed) when (failed.Failure == NestRequestFailure.ServerFailure && ++failures < MostFailures)
            {
                // Soon, and not after an interval: until then a usual failure would look like a lost connection.
                SdmLog.ListFailed(logger, wait = failed.RetryAfter ?? TimeSpan.FromSeconds(failures), failed.Message);
            }
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
            try
            {
                while (reader.PlacesDueIn(settings.RelistInterval) is { Ticks: > 0 } due)
                {
                    _placesRead.TrySetResult();
                    await DelayAsync(due, cancellationToken).ConfigureAwait(false);
                }

                await reader.ReadPlacesAsync(Publish, cancellationToken).ConfigureAwait(false);
                wait = Minute;
            }
            catch (NestException error) when (error is not NestAuthorizationException)
            {
                _placesRead.TrySetResult();
                var pause = error.MinimumDelay > wait ? error.MinimumDelay.Value : wait;
                SdmLog.PlacesNotRead(logger, pause, error.Message);
                await DelayAsync(pause, cancellationToken).ConfigureAwait(false);
                wait = wait * 2 > LongestWait ? LongestWait : wait * 2;
            }
        }
    }

    /// <summary>Waits in whole milliseconds, as timers count: a rest of less would be a wait that ends at once.</summary>
    private Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken) : Task.CompletedTask;

    /// <summary>
    /// Publishes the home as it is now, once the devices are known. One at a time, so that an older state never follows
    /// a newer one.
    /// </summary>
    private void Publish()
    {
        if (!IsConnected)
            return;
        lock (_publishing)
        {
            sink.Signal();
            sink.Accept(SdmDocument.Write(home.ToSnapshot()), DataModelChangeSource.List, home.IsDegraded);
        }
    }
}
