using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Documents;

/// <summary>Reads JSON so that whatever comes out can be written again: no name twice, no half characters.</summary>
internal static class JsonText
{
    /// <exception cref="JsonException">It is not such JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json) => Parse(json, default);

    /// <summary>As people write it: comments and trailing commas will do, and a byte order mark in front.</summary>
    /// <exception cref="JsonException">It is not such JSON.</exception>
    public static JsonNode? ParseByHand(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return Parse(
            json.StartsWith(mark) ? json[mark.Length..] : json,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    private static JsonNode? Parse(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        ThrowIfNoText(json, options);
        return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions
        {
            AllowDuplicateProperties = false,
            CommentHandling = options.CommentHandling,
            AllowTrailingCommas = options.AllowTrailingCommas,
        });
    }

    /// <summary>Invalid UTF-8 and half surrogate pairs pass the parser, but no document can be written with them.</summary>
    private static void ThrowIfNoText(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(json, options);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                try
                {
                    reader.GetString();
                }
                catch (InvalidOperationException error)
                {
                    throw new JsonException($"The text that begins at byte {reader.TokenStartIndex} has bytes or escapes that are no characters.", error);
                }
            }
        }
    }
}
