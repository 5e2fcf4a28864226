namespace Nest.Sdk.Authorization.OAuth;

/// <summary>The decoded parameters of a query.</summary>
internal sealed class QueryParameters
{
    private readonly List<(string Name, string Value)> _all = [];

    /// <param name="query">The query without its question mark.</param>
    public QueryParameters(string query)
    {
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            _all.Add((Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..])));
        }
    }

    public bool Has(string name) => _all.Exists(each => each.Name == name);

    /// <summary>
    /// Gets the value of a parameter. Null when the parameter is missing or repeated; no authorization server repeats
    /// one.
    /// </summary>
    public string? Single(string name) => _all.FindAll(each => each.Name == name) is [var (_, value)] ? value : null;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
