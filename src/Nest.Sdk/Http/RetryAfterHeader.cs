namespace Nest.Sdk.Http;

/// <summary>Reads <c>Retry-After</c> in both its forms.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The wait that the server asks for; null when it does not say. A date that has passed means zero.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time)
    {
        if (response.Headers.RetryAfter is not { } header)
            return null;
        var wait = header.Delta ?? header.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
