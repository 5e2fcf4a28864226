using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>The only door for JSON from outside: behind it every text is sound, and no name comes twice.</summary>
internal static class JsonPatchInput
{
    /// <summary>Checks a whole text.</summary>
    /// <param name="utf8">The text; it is kept, and must not change.</param>
    /// <param name="what">What it is, for the error.</param>
    /// <param name="maxDepth">How deeply it may be nested.</param>
    public static JsonPatchValue Read(byte[] utf8, string what, int maxDepth)
    {
        var sound = JsonInputErrors.SoundLength(utf8);
        var reader = new Utf8JsonReader(utf8.AsSpan(0, sound), new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var height = ReadValue(ref reader, what);
            var end = (int)reader.BytesConsumed;
            // Fails at anything behind the value.
            reader.Read();
            if (sound == utf8.Length)
                return new JsonPatchValue(utf8, start, end - start, height);
        }
        catch (JsonException)
        {
            // Named below: what stands before the end of the UTF-8 counts first.
        }

        throw JsonInputErrors.Of(what, utf8, sound, maxDepth);
    }

    private static int ReadValue(ref Utf8JsonReader reader, string what)
    {
        var open = new Stack<HashSet<string>?>();
        var height = 0;
        do
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.StartArray:
                    open.Push(null);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when !open.Peek()!.Add(EscapedText.ToText(reader.ValueSpan)):
                    throw new JsonInputException($"The {what} has an object with two members of one name; the second stands", reader.TokenStartIndex);
                default:
                    break;
            }

            height = Math.Max(height, open.Count);
        }
        while (open.Count > 0 && reader.Read());
        return height;
    }
}
