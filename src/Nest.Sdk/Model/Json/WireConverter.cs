using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Nest.Sdk.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Model.Json;

/// <summary>
/// Reads and writes a record in its wire format. Public so that source-generated code can refer to it.
/// </summary>
/// <typeparam name="T">A record of <c>Nest.Sdk.Model</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireConverter<T> : JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not an object, or not UTF-8.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The value is copied once: members without a type are stored as bytes, and the serializer's reader does not
        // expose its buffer.
        using var document = JsonDocument.ParseValue(ref reader);
        var utf8 = SerializedValue.TextOf(document.RootElement, options);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !Utf8.IsValid(utf8))
            throw new JsonException($"A {typeof(T).Name} must be an object in UTF-8.");
        var wire = new WireReader(utf8);
        wire.Json.Read();
        return WireTypes.Of<T>().Read(ref wire);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        WireTypes.Of<T>().Write(writer, value);
    }
}
