using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Model.Json;

/// <summary>
/// Reads and writes a single temperature, such as <c>{"celsius":21.5,"fahrenheit":71}</c>, with the values in its
/// scales. Public so that source-generated code can refer to it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TemperatureConverter : JsonConverter<Temperature>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The object has no value in either scale, or an invalid one.</exception>
    public override Temperature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A temperature must be an object with celsius or fahrenheit, not {reader.TokenType}.");
        decimal? celsius = null, fahrenheit = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("celsius"u8))
                celsius = ReadDegrees(ref reader);
            else if (reader.ValueTextEquals("fahrenheit"u8))
                fahrenheit = ReadDegrees(ref reader);
            else
                reader.Skip();
        }

        return celsius is null && fahrenheit is null
            ? throw new JsonException("A temperature needs celsius or fahrenheit.")
            : Temperature.FromReading(celsius, fahrenheit);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Temperature value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        if (value.ReportedIn(TemperatureScale.Celsius))
            writer.WriteNumber("celsius"u8, value.Celsius);
        if (value.ReportedIn(TemperatureScale.Fahrenheit))
            writer.WriteNumber("fahrenheit"u8, value.Fahrenheit);
        writer.WriteEndObject();
    }

    private static decimal? ReadDegrees(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var degrees) && Math.Abs(degrees) <= Temperature.MaxReadable
            ? degrees
            : throw new JsonException("Degrees must be a number between -2,000 and 2,000.");
    }
}
