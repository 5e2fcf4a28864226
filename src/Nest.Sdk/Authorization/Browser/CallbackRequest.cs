namespace Nest.Sdk.Authorization.Browser;

/// <summary>The parts of a request that the redirect address needs: method, path and query.</summary>
internal sealed class CallbackRequest
{
    private readonly List<(string Name, string Value)> _query = [];

    private CallbackRequest(string method, string path) => (Method, Path) = (method, path);

    public string Method { get; }

    public string Path { get; }

    /// <summary>Parses the head of a request.</summary>
    /// <returns>The request. Null when the head is not a valid HTTP request.</returns>
    public static CallbackRequest? Parse(string head)
    {
        var end = head.IndexOfAny(['\r', '\n']);
        if ((end < 0 ? head : head[..end]).Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, var version] || !version.StartsWith("HTTP/1.", StringComparison.Ordinal))
            return null;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var request = new CallbackRequest(method, mark < 0 ? target : target[..mark]);
        foreach (var pair in mark < 0 ? [] : target[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            request._query.Add((Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..])));
        }

        return request;
    }

    public bool Has(string name) => _query.Exists(each => each.Name == name);

    /// <summary>
    /// Gets the value of a parameter. Null when the parameter is missing or repeated; no authorization server repeats
    /// one.
    /// </summary>
    public string? Single(string name) => _query.FindAll(each => each.Name == name) is [var (_, value)] ? value : null;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
