using System.Text.Json;
using System.Text.Unicode;

namespace Nest.Sdk.Diffing;

/// <summary>Reads JSON from beginning to end, checks all of it, and notes where its values stand.</summary>
internal static class JsonIndexer
{
    /// <summary>Reads a whole document.</summary>
    /// <exception cref="JsonInputException">It is no sound JSON.</exception>
    public static void ReadDocument(ReadOnlySpan<byte> document, JsonIndex index, int maxDepth = Utf8JsonDiff.Deepest)
    {
        var sound = JsonInputErrors.SoundLength(document);
        var reader = new Utf8JsonReader(document[..sound], Options(maxDepth));
        try
        {
            ReadValue(ref reader, 0, -1, 0, index);
            // Nothing may follow.
            while (reader.Read())
            {
            }

            if (sound == document.Length)
                return;
        }
        catch (JsonException)
        {
            // Named below: what stands before the end of the UTF-8 counts first.
        }

        throw JsonInputErrors.Of("JSON", document, sound, maxDepth);
    }

    /// <summary>Reads one value out of a document, of which the rest is not looked at.</summary>
    /// <param name="document">The document.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="nameStart">Where its name starts; -1 when it has none.</param>
    /// <param name="depth">How many containers hold it; none of them is a list.</param>
    /// <param name="index">Where to note the values.</param>
    /// <param name="maxDepth">How deeply the document may be nested.</param>
    /// <returns>Where the value ends; -1 when it is not sound.</returns>
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
        // The depth of the outermost list: whatever is deeper is in it.
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

    /// <summary>Of leaves both enumerations have the same order, from string to null.</summary>
    private static JsonValueKind KindOf(JsonTokenType leaf) => (JsonValueKind)(leaf - JsonTokenType.String + (int)JsonValueKind.String);
}
