using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Cli.Output;

/// <summary>A JSON document without the secrets in it: in texts and in names, and whatever a member called like the token holds.</summary>
internal static class MaskedJson
{
    private const string TokenName = "access_token";

    /// <returns>The document, masked; numbers keep their digits.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> utf8, SecretMask mask, JsonWriterOptions options)
    {
        // Two passes: a token may stand in front of the member that tells it.
        Learn(utf8, mask);
        var masked = new ArrayBufferWriter<byte>(utf8.Length + 16);
        using (var json = new Utf8JsonWriter(masked, options with { MaxDepth = 1000 }))
            Copy(Reader(utf8), json, mask);
        return masked.WrittenMemory;
    }

    public static bool IsTokenName(string name) => string.Equals(name, TokenName, StringComparison.OrdinalIgnoreCase);

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> utf8) => new(utf8, new JsonReaderOptions { MaxDepth = 1000 });

    private static void Learn(ReadOnlySpan<byte> utf8, SecretMask mask)
    {
        var reader = Reader(utf8);
        var isToken = false;
        while (reader.Read())
        {
            if (isToken && reader.TokenType == JsonTokenType.String)
                mask.Add(Text(ref reader));
            isToken = reader.TokenType == JsonTokenType.PropertyName && IsTokenName(Text(ref reader));
        }
    }

    private static void Copy(Utf8JsonReader reader, Utf8JsonWriter json, SecretMask mask)
    {
        var names = new UniqueNames();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Enter();
                    json.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    names.Leave();
                    json.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    json.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    json.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    var name = Text(ref reader);
                    var shown = mask.Clean(name);
                    json.WritePropertyName(ReferenceEquals(shown, name) ? name : names.Of(shown));
                    if (IsTokenName(name))
                    {
                        reader.Skip();
                        json.WriteStringValue(SecretMask.Mask);
                    }

                    break;
                case JsonTokenType.String:
                    json.WriteStringValue(mask.Clean(Text(ref reader)));
                    break;
                default:
                    json.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }
    }

    /// <summary>The text; that of half a character, which JSON can spell and .NET cannot hold, in its spelling.</summary>
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    /// <summary>Two names that were different secrets must not become one.</summary>
    private sealed class UniqueNames
    {
        private readonly Stack<Dictionary<string, int>?> _objects = new();

        public void Enter() => _objects.Push(null);

        public void Leave() => _objects.Pop();

        public string Of(string name)
        {
            var seen = _objects.Pop() ?? new(StringComparer.Ordinal);
            _objects.Push(seen);
            seen[name] = seen.GetValueOrDefault(name) + 1;
            return seen[name] == 1 ? name : $"{name}{seen[name]}";
        }
    }
}
