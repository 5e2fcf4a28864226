namespace Nest.Sdk.Providers;

/// <summary>The path of a device or structure in the home's document.</summary>
internal static class WritePath
{
    /// <summary>Creates the path. Ids are opaque, but must be one segment.</summary>
    /// <exception cref="ArgumentException">The id is empty, contains '/', or is a dotted segment.</exception>
    public static string Of(string collection, string id, string idName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, idName);
        return id.Contains('/', StringComparison.Ordinal) || id is "." or ".."
            ? throw new ArgumentException($"The id '{id}' is invalid: it would change the path. Use an id without '/'.", idName)
            : $"{collection}/{id}";
    }
}
