using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Diffing.Patching;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing.Json;

/// <summary>
/// Reads and writes an operation in the format of RFC 6902, with the old value as <c>old</c>. Public so that
/// source-generated code can refer to it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonPatchOperationConverter : JsonConverter<JsonPatchOperation>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not an operation.</exception>
    public override JsonPatchOperation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The value is copied once, because the serializer's reader does not expose its buffer.
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
    /// <exception cref="ArgumentException">
    /// The kind is unknown, or the value belongs to a disposed <see cref="JsonDocument"/>.
    /// </exception>
    /// <exception cref="JsonException">
    /// The operation lacks a member that its kind requires, or a value has comments or two members with the same name.
    /// </exception>
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

        // Raw, so that numbers keep their spelling, and because a name may contain an unpaired surrogate, which the
        // writer rejects.
        writer.WriteRawValue(text.WrittenSpan, skipInputValidation: true);
    }
}
