using System.Text.Json;
using System.Text.Unicode;

namespace Nest.Sdk.Diffing;

/// <summary>Reads and validates JSON from start to end, and indexes its values.</summary>
internal static class JsonIndexer
{
    /// <summary>Reads a whole document.</summary>
    /// <exception cref="JsonInputException">The document is not valid JSON.</exception>
    public static void ReadDocument(ReadOnlySpan<byte> document, JsonIndex index, int maxDepth = Utf8JsonDiff.Deepest)
    {
        var validLength = JsonInputErrors.ValidLength(document);
        var reader = new Utf8JsonReader(document[..validLength], Options(maxDepth));
        try
        {
            ReadValue(ref reader, 0, -1, 0, index);
            // Fails at anything after the value.
            while (reader.Read())
            {
            }

            if (validLength == document.Length)
                return;
        }
        catch (JsonException)
        {
            // Reported below: an error before the first invalid UTF-8 byte comes first.
        }

        throw JsonInputErrors.Of("JSON", document, validLength, maxDepth);
    }

    /// <summary>Reads one value of a document, without reading the rest.</summary>
    /// <param name="document">The document.</param>
    /// <param name="start">The start of the value.</param>
    /// <param name="nameStart">The start of its name. -1 without a name.</param>
    /// <param name="depth">The number of containers around the value, none of which is a list.</param>
    /// <param name="index">Receives the values.</param>
    /// <param name="maxDepth">The maximum depth of the document.</param>
    /// <returns>The end of the value. -1 when it is invalid.</returns>
    public static int TryReadValue(ReadOnlySpan<byte> document, int start, int nameStart, int depth, JsonIndex index, int maxDepth = Utf8JsonDiff.Deepest)
    {
        if (depth >= maxDepth)
            return -1;
        var reader = new Utf8JsonReader(document[start..], Options(maxDepth - depth));
        try
        {
            ReadValue(ref reader, start, nameStart, depth, index);
        }
        catch (JsonException)
        {
            return -1;
        }

        var end = start + (int)reader.BytesConsumed;
        return Utf8.IsValid(document[start..end]) ? end : -1;
    }

    private static JsonReaderOptions Options(int maxDepth) => new() { MaxDepth = maxDepth };

    private static void ReadValue(ref Utf8JsonReader reader, int offset, int nameStart, int depth, JsonIndex index)
    {
        Span<int> open = stackalloc int[DeepStack.Shallow];
        var level = 0;
        // The depth of the outermost list: everything deeper is inside it.
        var listLevel = int.MaxValue;
        do
        {
            reader.Read();
            var start = offset + (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    nameStart = start;
                    continue;
                case JsonTokenType.StartObject:
                    if (level == open.Length)
                        open = Longer(open);
                    open[level] = index.Add(JsonValueKind.Object, start, 0, nameStart, depth + level, level > listLevel);
                    level++;
                    break;
                case JsonTokenType.StartArray:
                    if (level == open.Length)
                        open = Longer(open);
                    open[level] = index.Add(JsonValueKind.Array, start, 0, nameStart, depth + level, level > listLevel);
                    listLevel = Math.Min(listLevel, level);
                    level++;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    level--;
                    if (level == listLevel)
                        listLevel = int.MaxValue;
                    index.EndAt(open[level], offset + (int)reader.BytesConsumed);
                    break;
                default:
                    index.Add(KindOf(reader.TokenType), start, offset + (int)reader.BytesConsumed - start, nameStart, depth + level, level > listLevel);
                    break;
            }

            nameStart = -1;
        }
        while (level > 0 || reader.TokenType == JsonTokenType.PropertyName);
    }

    private static int[] Longer(ReadOnlySpan<int> open)
    {
        var longer = new int[4 * open.Length];
        open.CopyTo(longer);
        return longer;
    }

    /// <summary>
    /// Converts the token type of a leaf. Both enumerations have the same order, from string to null.
    /// </summary>
    private static JsonValueKind KindOf(JsonTokenType leaf) => (JsonValueKind)(leaf - JsonTokenType.String + (int)JsonValueKind.String);
}
