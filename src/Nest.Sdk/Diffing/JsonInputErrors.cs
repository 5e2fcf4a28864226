using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Nest.Sdk.Diffing;

/// <summary>
/// Describes what is wrong with a JSON text, and at which byte. The exception of the reader is discarded: it counts in
/// lines and quotes the text.
/// </summary>
internal static class JsonInputErrors
{
    /// <summary>The length of the valid UTF-8 at the start of a text.</summary>
    public static int ValidLength(ReadOnlySpan<byte> text) => Utf8.IsValid(text) ? text.Length : FirstInvalid(text);

    /// <summary>Creates the exception for a text that could not be read.</summary>
    /// <param name="what">The name of the text, for the message.</param>
    /// <param name="json">The text.</param>
    /// <param name="validLength">The length of the valid UTF-8 at its start.</param>
    /// <param name="maxDepth">The maximum depth.</param>
    public static JsonInputException Of(string what, ReadOnlySpan<byte> json, int validLength, int maxDepth)
    {
        var offset = FirstUnexpected(json[..validLength], maxDepth);
        if (offset == validLength)
            return new JsonInputException(validLength == json.Length ? $"The {what} ends too early" : $"The {what} is not UTF-8", offset);
        return json[offset] is (byte)'{' or (byte)'[' && DepthBefore(json[..offset], maxDepth) == maxDepth
            ? new JsonInputException($"The {what} is nested deeper than {maxDepth} levels", offset)
            : new JsonInputException($"The {what} is malformed: it has an unexpected character", offset);
    }

    /// <summary>
    /// The position of the error. The length of the text when it is only incomplete. After a comma the reader does not
    /// distinguish these cases at the end of the text, so the text is read again as if more could follow.
    /// </summary>
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

    /// <summary>The position of the first invalid byte. The text must contain one.</summary>
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

    /// <summary>
    /// The depth before the error. The failed reader does not count the container at the error, nor the container
    /// around it when that has no earlier child, so the part is read again.
    /// </summary>
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
