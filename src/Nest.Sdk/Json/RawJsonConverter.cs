using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk.Model.Json;

/// <summary>
/// Reads raw JSON, and writes it with access tokens masked. Public so that source-generated code can refer to it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    /// <summary>Always true: <c>null</c> is an ordinary value.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not UTF-8.</exception>
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return RawJson.TryParse(SerializedValue.TextOf(document.RootElement, options), out var value)
            ? value
            : throw new JsonException("The value contains malformed UTF-8.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        value.WriteMasked(writer);
    }
}
