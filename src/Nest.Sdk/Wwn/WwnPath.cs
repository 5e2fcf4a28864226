namespace Nest.Sdk.Wwn;

/// <summary>Turns a path of the data model into an address below the endpoint.</summary>
internal static class WwnPath
{
    /// <exception cref="ArgumentException">The path has a segment that would lead elsewhere.</exception>
    public static Uri Resolve(Uri endpoint, string path)
    {
        var segments = path.Trim('/').Split('/');
        foreach (var segment in segments)
        {
            // A URI folds these away, so the request would go to another path than the caller wrote.
            if (segment is "." or ".." || (segment.Length == 0 && segments.Length > 1))
                throw new ArgumentException($"The path '{path}' has an empty or dotted segment. Write it like /devices/thermostats/ID.", nameof(path));
        }

        var escaped = string.Join('/', segments.Select(Uri.EscapeDataString));
        return new UriBuilder(endpoint) { Path = endpoint.AbsolutePath.TrimEnd('/') + "/" + escaped }.Uri;
    }
}
