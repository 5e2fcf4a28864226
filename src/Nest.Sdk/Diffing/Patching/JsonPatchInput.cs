using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>Validates JSON input. After it, every text is valid and has no duplicate names.</summary>
internal static class JsonPatchInput
{
    /// <summary>Validates a whole text.</summary>
    /// <param name="utf8">The text. The value refers to it, so it must not change.</param>
    /// <param name="what">The name of the text, for the message.</param>
    /// <param name="maxDepth">The maximum depth.</param>
    public static JsonPatchValue Read(byte[] utf8, string what, int maxDepth)
    {
        var validLength = JsonInputErrors.ValidLength(utf8);
        var reader = new Utf8JsonReader(utf8.AsSpan(0, validLength), new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var height = ReadValue(ref reader, what);
            var end = (int)reader.BytesConsumed;
            // Fails at anything after the value.
            reader.Read();
            if (validLength == utf8.Length)
                return new JsonPatchValue(utf8, start, end - start, height);
        }
        catch (JsonException)
        {
            // Reported below: an error before the first invalid UTF-8 byte comes first.
        }

        throw JsonInputErrors.Of(what, utf8, validLength, maxDepth);
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
                    throw new JsonInputException($"The {what} has an object with two members of the same name; the second is", reader.TokenStartIndex);
                default:
                    break;
            }

            height = Math.Max(height, open.Count);
        }
        while (open.Count > 0 && reader.Read());
        return height;
    }
}
