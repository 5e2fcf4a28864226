using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nest.Sdk.Cli.Console;

/// <summary>How the tool writes JSON: compact or indented, with letters as they are.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    public static ReadOnlySpan<byte> Write(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, options))
            write(json);
        return text.WrittenSpan;
    }

    public static ReadOnlySpan<byte> Line(Action<Utf8JsonWriter> write) => Write(write, Compact);

    /// <summary>A time as every line has it: UTC, to the millisecond.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
