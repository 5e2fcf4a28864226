using Nest.Sdk.Authorization.OAuth;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>The parts of a request that the redirect address needs: method, path and query.</summary>
internal sealed class CallbackRequest
{
    private CallbackRequest(string method, string path, string query) => (Method, Path, Query) = (method, path, new QueryParameters(query));

    public string Method { get; }

    public string Path { get; }

    public QueryParameters Query { get; }

    /// <summary>Parses the head of a request.</summary>
    /// <returns>The request. Null when the head is not a valid HTTP request.</returns>
    public static CallbackRequest? Parse(string head)
    {
        var end = head.IndexOfAny(['\r', '\n']);
        if ((end < 0 ? head : head[..end]).Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, var version] || !version.StartsWith("HTTP/1.", StringComparison.Ordinal))
            return null;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? new CallbackRequest(method, target, "") : new CallbackRequest(method, target[..mark], target[(mark + 1)..]);
    }
}
