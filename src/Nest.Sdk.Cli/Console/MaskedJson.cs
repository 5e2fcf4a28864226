using System.Buffers;
using System.Text.Json;

namespace Nest.Sdk.Cli.Console;

/// <summary>A JSON document without the secrets in it, in the tool's spelling.</summary>
internal static class MaskedJson
{
    /// <returns>The document, masked; numbers keep their digits.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> utf8, SecretMask mask, JsonWriterOptions options)
    {
        var masked = new ArrayBufferWriter<byte>(utf8.Length + 16);
        using (var json = new Utf8JsonWriter(masked, options with { MaxDepth = 1000 }))
            mask.WriteJson(utf8, json);
        return masked.WrittenMemory;
    }
}
