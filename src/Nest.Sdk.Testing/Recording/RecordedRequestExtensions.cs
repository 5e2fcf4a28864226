namespace Nest.Sdk.Testing;

/// <summary>Extension methods for sequences of recorded requests.</summary>
public static class RecordedRequestExtensions
{
    /// <summary>
    /// Returns the times between consecutive requests, on the clock of the fake: one fewer than there are requests. A
    /// back-off test passes the relevant attempts:
    /// <c>server.Requests.Where(request => request.IsStream).TimesBetween()</c>.
    /// </summary>
    /// <param name="requests">The requests in order.</param>
    public static IReadOnlyList<TimeSpan> TimesBetween(this IEnumerable<RecordedRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var times = requests.Select(request => request.Time).ToList();
        return [.. times.Skip(1).Zip(times, (later, earlier) => later - earlier)];
    }
}
