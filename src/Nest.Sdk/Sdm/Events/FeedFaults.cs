using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// The state of a subscription that cannot be read for a reason that needs a person: attempts go on with growing delays,
/// and the homes are polled meanwhile.
/// </summary>
/// <param name="state">Stores the fault.</param>
/// <param name="routes">The clients, which list their homes when it begins and ends.</param>
/// <param name="logger">The logger.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedFaults(FeedState state, FeedRoutes routes, ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(10);

    private int _count;
    private long? _reportedAt;
    private string? _reported;

    /// <summary>Notes a failure.</summary>
    /// <returns>The delay before the next attempt.</returns>
    public TimeSpan Next(NestException error)
    {
        var isNew = state.Fault is null;
        state.Fault = error;
        // Where only a person can change the cause, attempts are probes.
        var longest = error is NestRequestException { IsTransient: false } or NestAuthorizationException ? LongestProbe : LongestDelay;
        var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(_count++, 10)), longest.TotalSeconds)) * (0.75 + (Random.Shared.NextDouble() / 4));
        if (error.MinimumDelay > wait)
            wait = error.MinimumDelay.Value;
        Report(error, wait);
        if (isNew)
            WakeAll();
        return wait;
    }

    /// <summary>Notes that the subscription is read.</summary>
    public void Recovered()
    {
        if (state.Fault is null)
            return;
        (state.Fault, _count, _reported) = (null, 0, null);
        SdmLog.SubscriptionRecovered(logger);
        WakeAll();
    }

    /// <summary>As often as it changes, but not more than once a minute.</summary>
    private void Report(NestException error, TimeSpan wait)
    {
        if (_reported == error.Message || (_reportedAt is { } last && time.GetElapsedTime(last) < TimeSpan.FromMinutes(1)))
            return;
        (_reported, _reportedAt) = (error.Message, time.GetTimestamp());
        SdmLog.SubscriptionFailed(logger, wait, error.Message);
    }

    private void WakeAll()
    {
        foreach (var member in routes.All)
            member.Poll.Devices.Wake();
    }
}
