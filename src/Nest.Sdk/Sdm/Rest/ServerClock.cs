namespace Nest.Sdk.Sdm.Rest;

/// <summary>
/// The time of a request by Google's clock, which also stamps the events that listed values are compared with. See
/// docs/protocol/smart-device-management.md#trait-updates.
/// </summary>
internal static class ServerClock
{
    /// <summary>
    /// <c>Date</c> has whole seconds, and the clocks of two healthy machines differ by less.
    /// </summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>Gets the time at which a request started.</summary>
    /// <param name="date">The header <c>Date</c> of the response. Null when it is missing.</param>
    /// <param name="end">The time at which the headers arrived, by the local clock.</param>
    /// <param name="duration">The time since the start, by the monotonic clock: the local clock may have jumped.</param>
    public static DateTimeOffset StartOf(DateTimeOffset? date, DateTimeOffset end, TimeSpan duration)
    {
        var start = end - duration;
        // The server stamped the response at some time between the two.
        return date is { } stamp && (stamp < start - Tolerance || stamp > end + Tolerance) ? stamp - duration : start;
    }

    /// <summary>Gets how far Google's clock is ahead of the local one. Zero when they may agree.</summary>
    /// <param name="date">The header <c>Date</c> of a response. Null when it is missing.</param>
    /// <param name="now">The time at which its headers arrived, by the local clock.</param>
    public static TimeSpan OffsetOf(DateTimeOffset? date, DateTimeOffset now) => date is { } stamp && (stamp - now).Duration() > Tolerance ? stamp - now : TimeSpan.Zero;
}
