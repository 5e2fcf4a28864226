using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nest.Sdk.Secrets;

/// <summary>Removes secrets from JSON, for display and for files and responses that others may see.</summary>
internal static class MaskedJson
{
    private const int Deepest = 1000;

    /// <summary>The maximum length of a text that is inspected on the stack, without a string.</summary>
    private const int Short = 256;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Deepest };

    /// <returns>Compact JSON without anything that looks like a secret.</returns>
    public static string Of(ReadOnlySpan<byte> json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length + 16);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            Write(json, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static bool HasSecret(ReadOnlySpan<byte> json)
    {
        var reader = Reader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && IsSecretName(ref reader))
                return true;
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && !IsPlain(ref reader, SecretMask.Shapes) && SecretMask.Shapes.IsIn(Text(ref reader)))
                return true;
        }

        return false;
    }

    public static void Write(ReadOnlySpan<byte> json, Utf8JsonWriter writer) => Write(json, writer, SecretMask.Shapes);

    /// <summary>Adds the strings of members with the name of a secret to the mask.</summary>
    public static void Learn(ReadOnlySpan<byte> json, SecretMask mask)
    {
        var reader = Reader(json);
        var isSecret = false;
        while (reader.Read())
        {
            if (isSecret && reader.TokenType == JsonTokenType.String)
                mask.Add(Text(ref reader));
            isSecret = reader.TokenType == JsonTokenType.PropertyName && IsSecretName(ref reader);
        }
    }

    public static void Write(ReadOnlySpan<byte> json, Utf8JsonWriter writer, SecretMask mask)
    {
        if (SpelledJson.IsNeeded(json))
        {
            writer.WriteRawValue(SpelledJson.Masked(json, mask), skipInputValidation: true);
            return;
        }

        var reader = Reader(json);
        var names = new UniqueNames();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Enter();
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    names.Leave();
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    WriteName(ref reader, writer, mask, ref names);
                    break;
                case JsonTokenType.String when IsPlain(ref reader, mask):
                    writer.WriteStringValue(reader.ValueSpan);
                    break;
                case JsonTokenType.String:
                    WriteString(ref reader, writer, mask);
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }
    }

    private static void WriteName(ref Utf8JsonReader reader, Utf8JsonWriter writer, SecretMask mask, ref UniqueNames names)
    {
        var isSecret = IsSecretName(ref reader);
        if (IsPlain(ref reader, mask))
        {
            writer.WritePropertyName(reader.ValueSpan);
        }
        else
        {
            var name = Text(ref reader);
            var shown = mask.Apply(name);
            writer.WritePropertyName(ReferenceEquals(shown, name) ? name : names.Of(shown));
        }

        if (!isSecret)
            return;
        reader.Read();
        reader.Skip();
        writer.WriteStringValue(mask.Replacement);
    }

    private static void WriteString(ref Utf8JsonReader reader, Utf8JsonWriter writer, SecretMask mask)
    {
        if (SpelledJson.TryGetText(ref reader, out var text))
            writer.WriteStringValue(mask.Apply(text));
        else
            writer.WriteRawValue(SpelledJson.MaskedText(reader.ValueSpan, mask), skipInputValidation: true);
    }

    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = Deepest });

    public static bool IsSecretName(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            return SecretMembers.IsName(Text(ref reader));
        Span<char> name = stackalloc char[Short];
        return reader.ValueSpan.Length <= Short && Ascii.ToUtf16(reader.ValueSpan, name, out var length) == OperationStatus.Done && SecretMembers.IsName(name[..length]);
    }

    /// <summary>
    /// Whether a text can be copied unchanged: short, ASCII, without escapes, and without anything that looks like a
    /// secret.
    /// </summary>
    private static bool IsPlain(ref Utf8JsonReader reader, SecretMask mask)
    {
        Span<char> text = stackalloc char[Short];
        return !reader.ValueIsEscaped && reader.ValueSpan.Length <= Short && Ascii.ToUtf16(reader.ValueSpan, text, out var length) == OperationStatus.Done && !mask.MayBeIn(text[..length]);
    }

    /// <summary>
    /// Gets the decoded text, or the raw text when it contains an unpaired surrogate, which the reader cannot decode.
    /// </summary>
    private static string Text(ref Utf8JsonReader reader) => SpelledJson.TryGetText(ref reader, out var text) ? text : Encoding.UTF8.GetString(reader.ValueSpan);
}
