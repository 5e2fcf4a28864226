using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization;
using Nest.Sdk.Http;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.Polling;
using Nest.Sdk.Sdm.Rest;
using Polly;

namespace Nest.Sdk.Sdm;

/// <summary>
/// The backend of Google's SDM. Follows the home over a subscription, or by polling without one. See docs/protocol/smart-device-management.md#rest-calls.
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
    private readonly FeedSource? _source;
    private readonly Arrivals _arrivals;
    private int _refusals;

    /// <param name="settings">The settings.</param>
    /// <param name="rest">The API.</param>
    /// <param name="checks">The pace of reads that check a list.</param>
    /// <param name="source">The feed. Null without a subscription.</param>
    /// <param name="logger">The logger.</param>
    /// <param name="time">The clock.</param>
    public SdmProvider(SdmSettings settings, SdmRest rest, CallPace checks, FeedSource? source, ILogger logger, TimeProvider time)
    {
        (_settings, _rest, _source, _logger, _time) = (settings, rest, source, logger, time);
        _arrivals = new Arrivals(logger);
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
        var publisher = new SdmPublisher(_home, sink);
        var poll = _source is null
            ? new SdmPoll(_reader, publisher, () => _settings.PollInterval, _settings, (wait, stop) => Task.Delay(wait, _time, stop), _logger, _time)
            : new SdmPoll(_reader, publisher, () => _source.Feed.Fault is null ? _settings.RelistInterval : _settings.PollInterval, _settings, _source.Feed.DelayAsync, _logger, _time) { Arrivals = _arrivals };
        try
        {
            await (_source is null ? poll.RunAsync(cancellationToken) : FollowAsync(_source, poll, publisher, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Paused(HttpFailures.Translate(error, cancellationToken), poll.IsConnected);
        }
    }

    /// <summary>Attaches to the feed first, so that nothing is missed while the home is listed.</summary>
    private async Task FollowAsync(FeedSource source, SdmPoll poll, SdmPublisher publisher, CancellationToken cancellationToken)
    {
        var member = new FeedMember(source.Rest, source.HasOwnIdentity, _home, _reader, poll, publisher, _arrivals, source.Settings, _logger, _time);
        source.Feed.Attach(member);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listing = Task.CompletedTask;
        try
        {
            listing = poll.RunAsync(either.Token);
            await (await Task.WhenAny(listing, poll.Connected, member.Ended).ConfigureAwait(false)).ConfigureAwait(false);
            source.Feed.Ready();
            await (await Task.WhenAny(listing, member.Ended).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            await either.CancelAsync().ConfigureAwait(false);
            await listing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await source.Feed.DetachAsync(member).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Concurrent callers share one read: Google's limit allows few.</remarks>
    public Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken) => _homeRead.RunAsync(cancellationToken);

    public async Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken)
    {
        if (SdmResourceName.Of(address) is { } name)
            return await RetryAsync(async stop => (await _rest.ResourceAsync(name, stop).ConfigureAwait(false)).Body, cancellationToken).ConfigureAwait(false);
        var path = DocumentPath.Parse(address);
        return path.ValueIn(await ReadHomeAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What arrived over the subscription. Null without one.</summary>
    public SdmFeedReport? FeedReport() =>
        _source is null ? null : _source.Feed.ToReport() with { LastArrivals = _arrivals.ToDictionary(), LastMessageAt = _arrivals.LastAt, IsSilent = _arrivals.IsSilent };

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
