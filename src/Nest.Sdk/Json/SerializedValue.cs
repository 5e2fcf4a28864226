using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Json;

internal static class SerializedValue
{
    /// <summary>The text of a value: as it stands, or written anew when the options of the caller let in what is no JSON, comments and trailing commas.</summary>
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
