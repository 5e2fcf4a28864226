namespace Nest.Sdk.Http;

/// <summary>Reads <c>Retry-After</c> in both forms.</summary>
internal static class RetryAfterHeader
{
    /// <summary>A wrong value of the server must not stop a client indefinitely.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// Gets the wait that the server asks for, at most one day. Null when the server does not report it. A past date
    /// means zero.
    /// </summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time)
    {
        if (response.Headers.RetryAfter is not { } header)
            return null;
        // By the server's clock: a small device may not have synchronized its own yet.
        var wait = header.Delta ?? header.Date - (response.Headers.Date ?? time.GetUtcNow());
        if (wait < TimeSpan.Zero)
            return TimeSpan.Zero;
        return wait > Longest ? Longest : wait;
    }
}
