using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn;

/// <summary>Makes a whole document of each put: Nest sends whole ones, but a put below the root is merged in, and null removes. See docs/protocol/works-with-nest.md#what-a-put-contains.</summary>
internal sealed class WwnDocument(IHomeSink sink)
{
    private const int DeepestPath = 32;

    /// <exception cref="NestProtocolException">The put cannot be merged, or gives a document that cannot be read.</exception>
    public void Put(string path, ReadOnlySpan<byte> data)
    {
        // As good as every put: it needs no segments.
        var isRoot = !path.AsSpan().ContainsAnyExcept('/');
        sink.Accept(isRoot ? data : Merge(path.Split('/', StringSplitOptions.RemoveEmptyEntries), data));
    }

    private byte[] Merge(string[] segments, ReadOnlySpan<byte> data)
    {
        // Merged into nothing it would make every other device vanish.
        if (sink.Last() is not { } last)
            throw new NestProtocolException("A put below the root came before any whole document.");
        if (segments.Length > DeepestPath)
            throw new NestProtocolException($"A put has a path of {segments.Length} segments; {DeepestPath} is the most.");
        // Writing the merged document would put question marks in their place.
        if (!Utf8.IsValid(data))
            throw new NestProtocolException("A put below the root is not UTF-8.");
        try
        {
            var root = JsonNode.Parse(last) as JsonObject ?? [];
            var owner = root;
            foreach (var name in segments.AsSpan(..^1))
            {
                // A value where an owner should be gives way, as in Firebase.
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
            // Duplicate names and broken escapes show only here, as these.
            throw NotSound();
        }
    }

    /// <summary>Without the error below, whose text quotes the document.</summary>
    private static NestProtocolException NotSound() => new("A put below the root cannot be merged: it, or the document so far, is not sound JSON.");
}
