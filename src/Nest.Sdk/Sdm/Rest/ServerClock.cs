namespace Nest.Sdk.Sdm.Rest;

/// <summary>
/// The time of a request by Google's clock, which also stamps the events that listed values are compared with. See
/// docs/protocol/smart-device-management.md#trait-updates.
/// </summary>
internal sealed class ServerClock
{
    /// <summary>
    /// <c>Date</c> has whole seconds, and the clocks of two healthy machines differ by less.
    /// </summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private long _latestBegun = long.MinValue;

    /// <summary>
    /// Gets the time at which a request started. It is never earlier than that of a request which started before,
    /// whatever the local clock did in between.
    /// </summary>
    /// <param name="begun">The start, by the monotonic clock.</param>
    /// <param name="date">The header <c>Date</c> of the response. Null when it is missing.</param>
    /// <param name="end">The time at which the headers arrived, by the local clock.</param>
    /// <param name="duration">The time since the start, by the monotonic clock: the local clock may have jumped.</param>
    public DateTimeOffset StartOf(long begun, DateTimeOffset? date, DateTimeOffset end, TimeSpan duration)
    {
        var start = StartOf(date, end, duration);
        lock (_gate)
        {
            if (begun < _latestBegun)
                return start < _latest ? start : _latest;
            _latestBegun = begun;
            return _latest = start > _latest ? start : _latest;
        }
    }

    private static DateTimeOffset StartOf(DateTimeOffset? date, DateTimeOffset end, TimeSpan duration)
    {
        var start = end - duration;
        // The server stamped the response at some time between the two.
        return date is { } stamp && (stamp < start - Tolerance || stamp > end + Tolerance) ? stamp - duration : start;
    }
}
