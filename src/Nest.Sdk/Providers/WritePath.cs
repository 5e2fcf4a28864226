namespace Nest.Sdk.Providers;

/// <summary>The path of a device or structure in the home's document.</summary>
internal static class WritePath
{
    /// <summary>Ids are opaque, but they are one segment of a path.</summary>
    /// <exception cref="ArgumentException">The id is empty, contains '/', or is a dotted segment.</exception>
    public static string Of(string collection, string id, string idName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, idName);
        return id.Contains('/', StringComparison.Ordinal) || id is "." or ".."
            ? throw new ArgumentException($"'{id}' is not an id: it would lead to another path.", idName)
            : $"{collection}/{id}";
    }
}
