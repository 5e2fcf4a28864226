namespace Nest.Sdk.Http;

/// <summary>Reads <c>Retry-After</c> in both its forms.</summary>
internal static class RetryAfterHeader
{
    /// <summary>A mistake of the server must not silence a client for ever.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The wait that the server asks for, a day at most; null when it does not say. A date that has passed means zero.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time)
    {
        if (response.Headers.RetryAfter is not { } header)
            return null;
        // By the server's own clock: a small machine has none before it has found its time server.
        var wait = header.Delta ?? header.Date - (response.Headers.Date ?? time.GetUtcNow());
        if (wait < TimeSpan.Zero)
            return TimeSpan.Zero;
        return wait > Longest ? Longest : wait;
    }
}
