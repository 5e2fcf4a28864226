using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>Writes members of the document. A value that Google does not report is not written.</summary>
internal static class SdmWriter
{
    public static void Write(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void Write(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
            writer.WriteBoolean(name, flag);
    }

    /// <summary>Writes a number as Google spells it: not rounded, and 26 stays 26.</summary>
    public static void Write(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement number)
    {
        if (number.ValueKind != JsonValueKind.Number)
            return;
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(number), skipInputValidation: true);
    }

    /// <summary>Writes a list, an empty one too.</summary>
    public static void WriteList(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }
}
