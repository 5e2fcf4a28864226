using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Documents;

/// <summary>Parses JSON that can be written again: it has no duplicate names and no invalid text.</summary>
internal static class JsonText
{
    /// <exception cref="JsonException">The JSON is invalid.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json) => Parse(json, default);

    /// <summary>
    /// Parses handwritten or recorded JSON. Comments, trailing commas and a byte order mark are allowed. An unpaired
    /// surrogate, such as from a name that was cut inside an emoji, becomes U+FFFD.
    /// </summary>
    /// <exception cref="JsonException">The JSON is invalid.</exception>
    public static JsonNode? ParseByHand(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return Parse(
            UnpairedSurrogates.Replace(json.StartsWith(mark) ? json[mark.Length..] : json),
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    private static JsonNode? Parse(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        ThrowIfInvalidText(json, options);
        return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions
        {
            AllowDuplicateProperties = false,
            CommentHandling = options.CommentHandling,
            AllowTrailingCommas = options.AllowTrailingCommas,
        });
    }

    /// <summary>
    /// Rejects invalid UTF-8 and unpaired surrogates. The parser accepts them, but they cannot be written.
    /// </summary>
    private static void ThrowIfInvalidText(ReadOnlySpan<byte> json, JsonReaderOptions options)
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
                    throw new JsonException($"The text that begins at byte {reader.TokenStartIndex} contains invalid bytes or escapes.", error);
                }
            }
        }
    }
}
