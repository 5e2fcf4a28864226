using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Json;

internal static class SerializedValue
{
    /// <summary>
    /// Gets the text of a value. Rewrites it when the caller's options allow comments or trailing commas, which are not
    /// JSON.
    /// </summary>
    public static ReadOnlySpan<byte> TextOf(JsonElement value, JsonSerializerOptions options)
    {
        if (!options.AllowTrailingCommas && options.ReadCommentHandling == JsonCommentHandling.Disallow)
            return JsonMarshal.GetRawUtf8Value(value);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            value.WriteTo(writer);
        return buffer.WrittenSpan;
    }
}
