using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Documents;

/// <summary>A path in the document. The root has no segments. See docs/protocol/works-with-nest.md#reads.</summary>
internal sealed class DocumentPath
{
    private const string Suffix = ".json";

    private DocumentPath(string[] segments) => Segments = segments;

    public static DocumentPath Root { get; } = new([]);

    public IReadOnlyList<string> Segments { get; }

    public bool IsRoot => Segments.Count == 0;

    /// <summary>Parses the path of a request target. Ignores a final slash and a <c>.json</c> suffix.</summary>
    public static DocumentPath Parse(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is [.., var last] && last.EndsWith(Suffix, StringComparison.Ordinal))
            segments = last.Length == Suffix.Length ? segments[..^1] : [.. segments[..^1], last[..^Suffix.Length]];

        // Decoded after the split: an escaped slash is part of its segment.
        return new DocumentPath(Array.ConvertAll(segments, Uri.UnescapeDataString));
    }

    /// <summary>Returns the path of the first segments.</summary>
    public DocumentPath Take(int count) => new([.. Segments.Take(count)]);

    public DocumentPath Append(string segment) => new([.. Segments, segment]);

    public bool TryFind(JsonObject root, out JsonNode? value)
    {
        value = root;
        foreach (var segment in Segments)
        {
            if (value is not JsonObject parent || !parent.TryGetPropertyValue(segment, out value))
            {
                value = null;
                return false;
            }
        }

        return true;
    }

    public override string ToString() => "/" + string.Join('/', Segments);
}
