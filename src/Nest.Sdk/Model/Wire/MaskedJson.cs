using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>JSON without secrets: for people, and for files and answers that others may see.</summary>
internal static class MaskedJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ReadOnlySpan<byte> json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length + 16);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            Write(json, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static bool HasSecret(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            var isName = reader.TokenType == JsonTokenType.PropertyName;
            if (!isName && reader.TokenType != JsonTokenType.String)
                continue;
            var text = reader.GetString()!;
            if (SecretText.IsIn(text) || (isName && TokenName.Is(text)))
                return true;
        }

        return false;
    }

    public static void Write(ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
            WriteToken(ref reader, writer);
    }

    private static void WriteToken(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                WriteName(ref reader, writer);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(SecretText.MaskIn(reader.GetString()!));
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void WriteName(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        var name = reader.GetString()!;
        writer.WritePropertyName(SecretText.MaskIn(name));
        if (!TokenName.Is(name))
            return;
        reader.Read();
        reader.Skip();
        writer.WriteStringValue(SecretText.Mask);
    }
}
