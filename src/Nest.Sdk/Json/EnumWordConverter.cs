using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Json;

/// <summary>
/// Writes an enum as its name in camelCase, such as <c>"reconnecting"</c>, and reads it in any case. Rejects numbers.
/// Public so that source-generated code can refer to it.
/// </summary>
/// <remarks>
/// The framework's <see cref="JsonStringEnumConverter{TEnum}"/> does the same, but adds 13 kB per enum to a native
/// program.
/// </remarks>
/// <typeparam name="TEnum">An enum of this library.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumWordConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly TEnum[] Values = Enum.GetValues<TEnum>();
    private static readonly string[] Words = Array.ConvertAll(Enum.GetNames<TEnum>(), JsonNamingPolicy.CamelCase.ConvertName);

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a name of the enum.</exception>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ValueOf(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not defined in the enum.</exception>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(WordOf(value));
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The property name is not a name of the enum.</exception>
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ValueOf(reader.GetString());

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not defined in the enum.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(WordOf(value));
    }

    private static TEnum ValueOf(string? text) => Array.FindIndex(Words, word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at
        ? Values[at]
        : throw new JsonException($"A {typeof(TEnum).Name} must be one of: {string.Join(", ", Words)}.");

    private static string WordOf(TEnum value) => Array.IndexOf(Values, value) is >= 0 and var at
        ? Words[at]
        : throw new JsonException($"{value} is not a value of {typeof(TEnum).Name}.");
}
