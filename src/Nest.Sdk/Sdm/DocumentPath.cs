using System.Text.Json;

namespace Nest.Sdk.Sdm;

/// <summary>A path into the document, such as <c>/devices/thermostats/ID</c>, in the addressing of Works with Nest.</summary>
internal sealed class DocumentPath
{
    private readonly string[] _segments;

    private DocumentPath(string[] segments) => _segments = segments;

    /// <exception cref="ArgumentException">The path has an empty or dotted segment.</exception>
    public static DocumentPath Parse(string path)
    {
        var segments = path.Trim('/').Split('/');
        if (segments is [""])
            return new DocumentPath([]);
        return segments.Any(static segment => segment is "" or "." or "..")
            ? throw new ArgumentException($"The path '{path}' has an empty or dotted segment. Write it like /devices/thermostats/ID.", nameof(path))
            : new DocumentPath(segments);
    }

    /// <summary>Gets the value at the path, as UTF-8: <c>null</c> for a missing value, like Nest's own server.</summary>
    public byte[] ValueIn(byte[] document)
    {
        if (_segments.Length == 0)
            return document;
        using var json = JsonDocument.Parse(document);
        var value = json.RootElement;
        foreach (var segment in _segments)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(segment, out value))
                return "null"u8.ToArray();
        }

        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
            value.WriteTo(writer);
        return text.ToArray();
    }
}
