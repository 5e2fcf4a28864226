namespace Nest.Sdk.Writing;

/// <summary>The path of an owner.</summary>
internal static class WritePath
{
    /// <summary>Ids are opaque, but they are one segment of a path (reference §15).</summary>
    /// <exception cref="ArgumentException">The id cannot be one.</exception>
    public static string Of(string collection, string id, string idName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, idName);
        return id.Contains('/', StringComparison.Ordinal) || id is "." or ".."
            ? throw new ArgumentException($"'{id}' cannot be an id: it would lead to another path.", idName)
            : $"{collection}/{id}";
    }
}
