using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Says what is wrong with a text, and at which byte. A reader's own error counts in lines, and quotes from the text, so it is not kept.</summary>
internal static class JsonInputErrors
{
    /// <summary>Where a reader failed, in bytes.</summary>
    public static int OffsetOf(JsonException error, ReadOnlySpan<byte> json)
    {
        var offset = 0;
        for (var line = error.LineNumber.GetValueOrDefault(); line > 0; line--)
            offset += json[offset..].IndexOf((byte)'\n') + 1;
        return Math.Min(offset + (int)error.BytePositionInLine.GetValueOrDefault(), json.Length);
    }

    /// <summary>Names the error.</summary>
    /// <param name="what">What the text is.</param>
    /// <param name="json">The text.</param>
    /// <param name="offset">Where the reader failed.</param>
    /// <param name="maxDepth">How deeply it may be nested.</param>
    public static JsonInputException Broken(string what, ReadOnlySpan<byte> json, int offset, int maxDepth)
    {
        if (offset == json.Length)
            return new JsonInputException($"The {what} ends too early", offset);
        return json[offset] is (byte)'{' or (byte)'[' && DepthBefore(json[..offset], maxDepth) == maxDepth
            ? new JsonInputException($"The {what} is nested deeper than {maxDepth} levels", offset)
            : new JsonInputException($"The {what} is broken: something unexpected stands", offset);
    }

    /// <summary>Where the first byte is that belongs to no character; there must be one.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        for (var at = 0; ;)
        {
            at += text[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (Rune.DecodeFromUtf8(text[at..], out _, out var length) != OperationStatus.Done)
                return at;
            at += length;
        }
    }

    /// <summary>The reader that failed does not count the container it failed at, nor the one around it when that has nothing in front: so the part is read again.</summary>
    private static int DepthBefore(ReadOnlySpan<byte> part, int maxDepth)
    {
        var reader = new Utf8JsonReader(part, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth + 1 }));
        while (reader.Read())
        {
        }

        return reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
    }
}
