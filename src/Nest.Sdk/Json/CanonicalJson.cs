using System.Buffers;
using System.Text.Json;

namespace Nest.Sdk.Json;

/// <summary>
/// Converts JSON to a canonical form: members sorted, the last of duplicate names only, numbers and escapes normalized.
/// Equal bytes mean equal values.
/// </summary>
internal static class CanonicalJson
{
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null)
            return json;
        var buffer = new ArrayBufferWriter<byte>(json.Length + 16);
        using (var writer = new Utf8JsonWriter(buffer))
            WriteValue(ref reader, writer);
        return buffer.WrittenSpan;
    }

    private static void WriteValue(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteMembers(ref reader, writer);
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    WriteValue(ref reader, writer);
                writer.WriteEndArray();
                break;
            case JsonTokenType.String:
                WriteString(reader.ValueSpan, writer);
                break;
            case JsonTokenType.Number:
                // The canonical number may have an exponent that number parsers reject, so it is never parsed again.
                writer.WriteRawValue(CanonicalNumber.Of(reader.ValueSpan), skipInputValidation: true);
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void WriteMembers(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        var members = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var areWhole = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = EscapedText.ToText(reader.ValueSpan);
            areWhole &= !reader.ValueIsEscaped || JsonText.HasWholeCharacters(reader.ValueSpan);
            reader.Read();
            var buffer = new ArrayBufferWriter<byte>();
            using (var inner = new Utf8JsonWriter(buffer))
                WriteValue(ref reader, inner);
            members[name] = buffer.WrittenSpan.ToArray();
        }

        writer.WriteStartObject();
        if (areWhole)
            WriteEach(members, writer);
        else
            WritePairs(members, writer);
        writer.WriteEndObject();
    }

    private static void WriteEach(SortedDictionary<string, byte[]> members, Utf8JsonWriter writer)
    {
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value, skipInputValidation: true);
        }
    }

    /// <summary>
    /// No writer takes a name with an unpaired surrogate, but a text can be spelled. Two members of one name tell this
    /// form from that of any other object.
    /// </summary>
    private static void WritePairs(SortedDictionary<string, byte[]> members, Utf8JsonWriter writer)
    {
        writer.WriteNull("");
        writer.WriteStartArray("");
        foreach (var (name, value) in members)
        {
            WriteSpelled(name, writer);
            writer.WriteRawValue(value, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    private static void WriteString(ReadOnlySpan<byte> escaped, Utf8JsonWriter writer)
    {
        var text = EscapedText.ToText(escaped);
        if (JsonText.HasWholeCharacters(escaped))
            writer.WriteStringValue(text);
        else
            WriteSpelled(text, writer);
    }

    private static void WriteSpelled(string text, Utf8JsonWriter writer)
    {
        var spelled = new ArrayBufferWriter<byte>();
        SpelledText.Encode(text, spelled);
        writer.WriteRawValue(spelled.WrittenSpan, skipInputValidation: true);
    }
}
