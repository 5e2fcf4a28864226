using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn;

/// <summary>
/// Creates a whole document from each put. Nest sends whole ones, but a put below the root is merged, and null removes
/// a value. See docs/protocol/works-with-nest.md#what-a-put-contains.
/// </summary>
internal sealed class WwnDocument(IHomeSink sink)
{
    private const int DeepestPath = 32;

    /// <exception cref="NestProtocolException">
    /// The put cannot be merged, or the resulting document cannot be read.
    /// </exception>
    public void Put(string path, ReadOnlySpan<byte> data)
    {
        // Almost every put, and it needs no segments.
        var isRoot = !path.AsSpan().ContainsAnyExcept('/');
        sink.Accept(isRoot ? data : Merge(path.Split('/', StringSplitOptions.RemoveEmptyEntries), data));
    }

    private byte[] Merge(string[] segments, ReadOnlySpan<byte> data)
    {
        // Merged into nothing, it would remove every other device.
        if (sink.Last() is not { } last)
            throw new NestProtocolException("A put below the root came before the first whole document.");
        if (segments.Length > DeepestPath)
            throw new NestProtocolException($"A put has a path of {segments.Length} segments. The maximum is {DeepestPath}.");
        // Writing the merged document would replace invalid bytes with question marks.
        if (!Utf8.IsValid(data))
            throw new NestProtocolException("A put below the root is not UTF-8.");
        try
        {
            var root = JsonNode.Parse(last) as JsonObject ?? [];
            var owner = root;
            foreach (var name in segments.AsSpan(..^1))
            {
                // A value in place of an object is replaced, as in Firebase.
                if (owner[name] is not JsonObject child)
                    owner[name] = child = [];
                owner = child;
            }

            if (JsonNode.Parse(data) is { } value)
                owner[segments[^1]] = value;
            else
                owner.Remove(segments[^1]);
            return JsonSerializer.SerializeToUtf8Bytes(root, WwnJsonContext.Default.JsonObject);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            // Duplicate names and invalid escapes cause these exceptions.
            throw Invalid();
        }
    }

    /// <summary>Creates the error without an inner exception, whose message quotes the document.</summary>
    private static NestProtocolException Invalid() => new("A put below the root cannot be merged: the put or the document so far is not valid JSON.");
}
