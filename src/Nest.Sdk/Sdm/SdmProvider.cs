using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization;
using Nest.Sdk.Http;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.Polling;
using Nest.Sdk.Sdm.Rest;
using Polly;

namespace Nest.Sdk.Sdm;

/// <summary>
/// The backend of Google's SDM. Follows the home by polling. See docs/protocol/smart-device-management.md#rest-calls.
/// </summary>
internal sealed class SdmProvider : INestProvider
{
    private static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(10);

    private readonly SdmSettings _settings;
    private readonly SdmRest _rest;
    private readonly SdmHome _home;
    private readonly SdmReader _reader;
    private readonly ResiliencePipeline _readRetry;
    private readonly SingleFlight<byte[]> _homeRead;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private int _refusals;
    private bool _isSubscriptionReported;

    public SdmProvider(SdmSettings settings, SdmRest rest, CallPace checks, ILogger logger, TimeProvider time)
    {
        (_settings, _rest, _logger, _time) = (settings, rest, logger, time);
        _home = new SdmHome(time);
        _reader = new SdmReader(rest, _home, checks, logger, time);
        _readRetry = ReadRetry.Create(time, retriesRateLimits: false);
        _homeRead = new SingleFlight<byte[]>(stop => RetryAsync(ReadHomeOnceAsync, stop));
    }

    public NestBackend Backend => NestBackend.Sdm;

    public IWriteDialect Writes { get; } = new SdmDialect();

    public NestCapabilities CapabilitiesOf(DataModel? home) => SdmDialect.Capabilities;

    public async Task RunAsync(IHomeSink sink, CancellationToken cancellationToken)
    {
        if (_settings.HasSubscription && !Interlocked.Exchange(ref _isSubscriptionReported, true))
            SdmLog.SubscriptionNotRead(_logger, _settings.PollInterval);
        var poll = new SdmPoll(_reader, _home, sink, _settings, _logger, _time);
        try
        {
            await poll.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Paused(HttpFailures.Translate(error, cancellationToken), poll.IsConnected);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Concurrent callers share one read: Google's limit allows few.</remarks>
    public Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken) => _homeRead.RunAsync(cancellationToken);

    public async Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken)
    {
        if (SdmName.Of(address) is { } name)
            return await RetryAsync(async stop => (await _rest.ResourceAsync(name, stop).ConfigureAwait(false)).Body, cancellationToken).ConfigureAwait(false);
        var path = DocumentPath.Parse(address);
        return path.ValueIn(await ReadHomeAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What arrived over the subscription. Null without one.</summary>
    public SdmFeedReport? FeedReport() => null;

    private async Task<byte[]> RetryAsync(Func<CancellationToken, Task<byte[]>> read, CancellationToken cancellationToken) =>
        await _readRetry.ExecuteAsync(async stop => await read(stop).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async Task<byte[]> ReadHomeOnceAsync(CancellationToken cancellationToken)
    {
        await _reader.ReadDevicesAsync(cancellationToken).ConfigureAwait(false);
        if (_reader.PlacesDueIn(_settings.RelistInterval) <= TimeSpan.Zero)
            await ReadPlacesAsync(cancellationToken).ConfigureAwait(false);
        return SdmDocument.Write(_home.ToSnapshot());
    }

    private async Task ReadPlacesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _reader.ReadPlacesAsync(static () => { }, cancellationToken).ConfigureAwait(false);
        }
        catch (NestException error) when (error is not NestAuthorizationException && _reader.HasPlaces)
        {
            SdmLog.OldPlacesUsed(_logger, error.Message);
        }
    }

    /// <summary>
    /// Adds a growing pause to a refusal (400, 403, 404): only a person can change its cause, and Google's limits count
    /// the attempts.
    /// </summary>
    private Exception Paused(Exception error, bool wasConnected)
    {
        if (wasConnected)
            _refusals = 0;
        if (error is not NestException refusal || !IsRefusal(refusal))
            return error;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_refusals++, 10)));
        return refusal.WithPause(pause < LongestProbe ? pause : LongestProbe);
    }

    private static bool IsRefusal(NestException error) => error is NestRequestException { IsTransient: false } or NestAuthorizationException { EndsStream: false };
}
