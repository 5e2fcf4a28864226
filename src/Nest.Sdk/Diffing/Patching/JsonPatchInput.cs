using System.Text;
using System.Text.Json;
using System.Text.Unicode;

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
        var sound = SoundLength(utf8);
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
        catch (JsonException error)
        {
            var offset = OffsetOf(error, utf8);
            if (offset < sound || sound == utf8.Length)
                throw new JsonInputException(Describe(utf8, offset, what, reader.CurrentDepth >= maxDepth), offset);
        }

        throw new JsonInputException($"The {what} is not UTF-8: the byte at {sound} belongs to no character. Send JSON in UTF-8.", sound);
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
                    var offset = reader.TokenStartIndex;
                    throw new JsonInputException($"The {what} has an object with two members of one name; the second is at byte {offset}. Leave one of them out.", offset);
                default:
                    break;
            }

            height = Math.Max(height, open.Count);
        }
        while (open.Count > 0 && reader.Read());
        return height;
    }

    /// <summary>How many bytes are UTF-8.</summary>
    private static int SoundLength(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
            return utf8.Length;
        var rest = utf8;
        while (Rune.DecodeFromUtf8(rest, out _, out var used) == System.Buffers.OperationStatus.Done)
            rest = rest[used..];
        return utf8.Length - rest.Length;
    }

    /// <summary>The reader counts in lines; people who look at bytes do not.</summary>
    private static int OffsetOf(JsonException error, ReadOnlySpan<byte> utf8)
    {
        var line = 0;
        for (var left = error.LineNumber ?? 0; left > 0; left--)
            line += utf8[line..].IndexOf((byte)'\n') + 1;
        return (int)Math.Clamp(line + (error.BytePositionInLine ?? 0), 0, utf8.Length);
    }

    // The reader's own words quote the content.
    private static string Describe(ReadOnlySpan<byte> utf8, int offset, string what, bool isAsDeepAsCanBe)
    {
        if (offset == utf8.Length)
            return $"The {what} ends too early, after {offset} bytes. Send all of it.";
        return isAsDeepAsCanBe && utf8[offset] is (byte)'[' or (byte)'{'
            ? $"The {what} is nested more than {Utf8JsonDiff.MaxDepth} levels deep at byte {offset}. Make it flatter."
            : $"The {what} is no JSON (RFC 8259) from byte {offset} on. Send a single JSON value, without comments or trailing commas.";
    }
}
