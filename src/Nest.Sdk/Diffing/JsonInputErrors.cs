using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Nest.Sdk.Diffing;

/// <summary>Says what is wrong with a text, and at which byte. A reader's own error counts in lines, and quotes from the text, so it is not kept.</summary>
internal static class JsonInputErrors
{
    /// <summary>How much of a text is UTF-8, from its start.</summary>
    public static int SoundLength(ReadOnlySpan<byte> text) => Utf8.IsValid(text) ? text.Length : FirstInvalid(text);

    /// <summary>Names the error of a text that could not be read.</summary>
    /// <param name="what">What the text is.</param>
    /// <param name="json">The text.</param>
    /// <param name="sound">How much of it is UTF-8.</param>
    /// <param name="maxDepth">How deeply it may be nested.</param>
    public static JsonInputException Of(string what, ReadOnlySpan<byte> json, int sound, int maxDepth)
    {
        var offset = FirstUnexpected(json[..sound], maxDepth);
        if (offset == sound)
            return new JsonInputException(sound == json.Length ? $"The {what} ends too early" : $"The {what} is not UTF-8", offset);
        return json[offset] is (byte)'{' or (byte)'[' && DepthBefore(json[..offset], maxDepth) == maxDepth
            ? new JsonInputException($"The {what} is nested deeper than {maxDepth} levels", offset)
            : new JsonInputException($"The {what} is broken: something unexpected stands", offset);
    }

    /// <summary>Where the text goes wrong; its length when it may yet go on well. The reader that failed at the end of the text does not tell the two apart behind a comma: so it is read again, as if more could come.</summary>
    private static int FirstUnexpected(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = Reader(json, maxDepth);
        try
        {
            while (reader.Read())
            {
            }

            return json.Length;
        }
        catch (JsonException error)
        {
            var offset = 0;
            for (var line = error.LineNumber.GetValueOrDefault(); line > 0; line--)
                offset += json[offset..].IndexOf((byte)'\n') + 1;
            return offset + (int)error.BytePositionInLine.GetValueOrDefault();
        }
    }

    /// <summary>Where the first byte is that belongs to no character; there must be one.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> text)
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
        var reader = Reader(part, maxDepth + 1);
        while (reader.Read())
        {
        }

        return reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> part, int maxDepth) => new(part, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth }));
}
