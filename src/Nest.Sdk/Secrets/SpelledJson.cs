using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Secrets;

/// <summary>
/// Masks JSON that contains unpaired surrogates, such as a name that was cut inside an emoji: no writer takes them, so
/// the text is copied as it is spelled and only its secrets are replaced.
/// </summary>
internal static class SpelledJson
{
    /// <summary>Whether a member's name has an unpaired surrogate. A value alone can be written raw.</summary>
    public static bool IsNeeded(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
            return false;
        var reader = MaskedJson.Reader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped && !TryGetText(ref reader, out _))
                return true;
        }

        return false;
    }

    /// <returns>The JSON with its white space, without secrets.</returns>
    public static ReadOnlySpan<byte> Masked(ReadOnlySpan<byte> json, SecretMask mask)
    {
        var output = new ArrayBufferWriter<byte>(json.Length);
        var reader = MaskedJson.Reader(json);
        var copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
                continue;
            Replace(json, ref copied, (int)reader.TokenStartIndex, reader.ValueSpan.Length + 2, MaskedText(reader.ValueSpan, mask), output);
            if (reader.TokenType != JsonTokenType.PropertyName || !MaskedJson.IsSecretName(ref reader))
                continue;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            Replace(json, ref copied, start, (int)reader.BytesConsumed - start, Quoted(mask.Replacement), output);
        }

        output.Write(json[copied..]);
        return output.WrittenSpan;
    }

    /// <summary>Masks the text of a string or name.</summary>
    /// <param name="spelled">The text with its escapes, without quotes.</param>
    /// <param name="mask">The mask.</param>
    /// <returns>A JSON string.</returns>
    public static byte[] MaskedText(ReadOnlySpan<byte> spelled, SecretMask mask)
    {
        var masked = mask.Apply(Encoding.UTF8.GetString(spelled));
        var json = Encoding.UTF8.GetBytes($"\"{masked}\"");
        // The replacement of a caller may need escapes, and a secret may end inside one.
        return IsString(json) ? json : Quoted(masked);
    }

    /// <summary>Gets the text under the reader, unless it has an unpaired surrogate.</summary>
    public static bool TryGetText(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    private static byte[] Quoted(string text) => Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text)}\"");

    private static void Replace(ReadOnlySpan<byte> json, ref int copied, int start, int length, ReadOnlySpan<byte> replacement, ArrayBufferWriter<byte> output)
    {
        output.Write(json[copied..start]);
        output.Write(replacement);
        copied = start + length;
    }

    private static bool IsString(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return reader.Read() && reader.TokenType == JsonTokenType.String && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
