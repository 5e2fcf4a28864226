namespace Nest.Sdk.Http;

/// <summary>Copies a request, so that a secret can be added below the handlers that may log the original.</summary>
internal static class RequestCopy
{
    /// <summary>
    /// Creates a copy of the request. It shares the content, so it is never disposed: an attempt that a handler above
    /// abandoned may still be running when the next one is logged.
    /// </summary>
    public static HttpRequestMessage Of(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, VersionPolicy = request.VersionPolicy, Content = request.Content };
        foreach (var (name, values) in request.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, value) in request.Options)
            copy.Options.Set(new HttpRequestOptionsKey<object?>(name), value);
        return copy;
    }
}
