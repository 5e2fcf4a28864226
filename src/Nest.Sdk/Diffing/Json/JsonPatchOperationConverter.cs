using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Diffing.Patching;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing.Json;

/// <summary>Reads and writes an operation as RFC 6902 has it, with the value before as <c>old</c>. It is public so that generated code of yours can name it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonPatchOperationConverter : JsonConverter<JsonPatchOperation>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not an operation.</exception>
    public override JsonPatchOperation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The value is copied once: the reader of the serializer does not show its buffer.
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return JsonPatchReader.ReadOne(SerializedValue.TextOf(document.RootElement, options).ToArray());
        }
        catch (Exception error) when (error is JsonPatchException or JsonInputException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The kind is unknown, or the value belongs to a disposed <see cref="JsonDocument"/>.</exception>
    /// <exception cref="JsonException">The operation lacks what its kind needs, or a value has comments or two members of one name.</exception>
    public override void Write(Utf8JsonWriter writer, JsonPatchOperation value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var text = new ArrayBufferWriter<byte>();
        try
        {
            JsonPatchWriter.WriteOne(JsonPatchSteps.Of([value]).Single(), text);
        }
        catch (Exception error) when (error is JsonPatchException or JsonInputException)
        {
            throw new JsonException(error.Message, error);
        }

        // As it stands: numbers keep their spelling, and a name may hold an unpaired surrogate, which no writer takes.
        writer.WriteRawValue(text.WrittenSpan, skipInputValidation: true);
    }
}
