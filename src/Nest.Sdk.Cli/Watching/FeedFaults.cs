namespace Nest.Sdk.Cli.Watching;

/// <summary>
/// Decides when the fault of a subscription is reported: as often as it changes, and at most once a minute.
/// </summary>
internal sealed class FeedFaults(TimeProvider time)
{
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    private string? _reported;
    private long? _reportedAt;

    /// <param name="fault">The current fault. Null while the subscription is read.</param>
    /// <returns>Whether the fault, or its end, is to be reported now.</returns>
    public bool AreNews(string? fault)
    {
        if (fault == _reported || (_reportedAt is { } before && time.GetElapsedTime(before) < Least))
            return false;
        (_reported, _reportedAt) = (fault, time.GetTimestamp());
        return true;
    }
}
