namespace Nest.Sdk.Testing;

/// <summary>Questions about several requests.</summary>
public static class RecordedRequestExtensions
{
    /// <summary>
    /// How long after the one before it each request came, on the clock of the fake: one length less than there are requests. A test of a back-off gives
    /// it the attempts that count: <c>server.Requests.Where(request => request.IsStream).TimesBetween()</c>.
    /// </summary>
    /// <param name="requests">The requests in their order.</param>
    public static IReadOnlyList<TimeSpan> TimesBetween(this IEnumerable<RecordedRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var times = requests.Select(request => request.Time).ToList();
        return [.. times.Skip(1).Zip(times, (later, earlier) => later - earlier)];
    }
}
