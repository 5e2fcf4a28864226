namespace Nest.Sdk.Wwn;

/// <summary>Converts a path of the data model to an address below the endpoint.</summary>
internal static class WwnPath
{
    /// <exception cref="ArgumentException">The path has an empty or dotted segment.</exception>
    public static Uri Resolve(Uri endpoint, string path)
    {
        var segments = path.Trim('/').Split('/');
        foreach (var segment in segments)
        {
            // A URI removes these segments, so the request would go to a different path.
            if (segment is "." or ".." || (segment.Length == 0 && segments.Length > 1))
                throw new ArgumentException($"The path '{path}' has an empty or dotted segment. Write it like /devices/thermostats/ID.", nameof(path));
        }

        var escaped = string.Join('/', segments.Select(Uri.EscapeDataString));
        return new UriBuilder(endpoint) { Path = endpoint.AbsolutePath.TrimEnd('/') + "/" + escaped }.Uri;
    }
}
