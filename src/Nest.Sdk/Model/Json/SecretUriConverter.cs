using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Model.Json;

/// <summary>Writes a secret URL masked, and reads any string. It is public so that generated code of yours can name it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecretUriConverter : JsonConverter<SecretUri>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is no string.</exception>
    public override SecretUri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException($"A URL is a string, not {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SecretUri value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }
}
