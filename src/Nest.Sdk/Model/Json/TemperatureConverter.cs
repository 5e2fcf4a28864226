using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Model.Json;

/// <summary>A temperature on its own: <c>{"celsius":21.5,"fahrenheit":71}</c> with the values it holds. It is public so that generated code of yours can name it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TemperatureConverter : JsonConverter<Temperature>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">There is no value in either scale, or one that is no temperature.</exception>
    public override Temperature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A temperature is an object with celsius or fahrenheit, not {reader.TokenType}.");
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
            : throw new JsonException("Degrees are a number between -2,000 and 2,000.");
    }
}
