using System.Text.Json;
using System.Text.Unicode;
using Nest.Sdk.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model;

/// <summary>Reads a complete document, as the server sends it at <c>/</c>.</summary>
public static class DataModelReader
{
    /// <summary>The maximum depth of a document. Documents of Nest have seven levels.</summary>
    private const int MaxDepth = 64;

    /// <summary>Reads a document.</summary>
    /// <remarks>
    /// A value of the wrong type reads as absent, stays in the record's extension data, and is reported as an issue.
    /// Unknown members stay there without an issue.
    /// Of duplicate members the last one wins. The result does not refer to the bytes.
    /// </remarks>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <returns>The home, and the values that could not be read.</returns>
    /// <exception cref="NestProtocolException">
    /// The bytes are empty, not UTF-8, not one JSON object, or nested deeper than 64 levels. The message contains the
    /// position, and never the content.
    /// </exception>
    public static DataModelReadResult Read(ReadOnlySpan<byte> utf8)
    {
        var mark = ByteOrderMark.Length(utf8);
        var document = utf8[mark..];
        if (document.IsEmpty)
            throw new NestProtocolException("The document is empty.");
        if (!Utf8.IsValid(document))
            throw new NestProtocolException($"The document is not UTF-8 at byte {mark + Utf8Errors.FirstIn(document)}.");

        var reader = new WireReader(document);
        string failure;
        try
        {
            reader.Json.Read();
            if (reader.Json.TokenType != JsonTokenType.StartObject)
                throw new NestProtocolException($"The document must be an object, but is {NameOf(reader.Json.TokenType)} at byte {mark + reader.Json.TokenStartIndex}.");
            var model = DataModelWire.Type.Read(ref reader);
            reader.Json.Read();
            return new() { Model = model, Issues = reader.Marks is { } marks ? IssuePaths.Resolve(document, marks) : default };
        }
        catch (JsonException error)
        {
            // Not used as the inner exception: its message quotes the document.
            failure = Describe(document, mark, error);
        }

        throw new NestProtocolException(failure);
    }

    private static string Describe(ReadOnlySpan<byte> document, int mark, JsonException error)
    {
        var offset = OffsetOf(document, error);
        if (offset >= document.Length)
            return $"The document is not JSON: it ends too early at byte {mark + document.Length}.";
        if (document[offset] == (byte)'<' && document[..offset].Trim(" \t\r\n"u8).IsEmpty)
            return $"The document is not JSON but a web page, from byte {mark + offset} on. Is the endpoint right, or is a login page of the network in between?";
        return document[offset] is (byte)'{' or (byte)'[' && DepthAt(document[..offset]) >= MaxDepth
            ? $"The document is nested deeper than {MaxDepth} levels at byte {mark + offset}."
            : $"The document is not JSON: unexpected character at byte {mark + offset}.";
    }

    private static int OffsetOf(ReadOnlySpan<byte> document, JsonException error)
    {
        var offset = 0;
        for (var line = error.LineNumber.GetValueOrDefault(); line > 0; line--)
            offset += document[offset..].IndexOf((byte)'\n') + 1;
        return offset + (int)error.BytePositionInLine.GetValueOrDefault();
    }

    private static int DepthAt(ReadOnlySpan<byte> part)
    {
        var reader = new Utf8JsonReader(part, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth + 1 }));
        while (reader.Read())
        {
        }

        return reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
    }

    private static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };
}
