using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// A trait that shows as one member of the document, whatever else is known of the device. Most messages have nothing
/// else, and the document need not be written anew for them.
/// </summary>
/// <param name="Name">The name of the trait.</param>
/// <param name="Json">The whole trait.</param>
/// <param name="Member">The start of the member in the document: its name, quoted, with the colon.</param>
/// <param name="Value">The value of the member, as JSON.</param>
internal readonly record struct SdmPlainTrait(string Name, ReadOnlyMemory<byte> Json, byte[] Member, ReadOnlyMemory<byte> Value)
{
    private static readonly byte[] Ambient = "\"ambient_temperature_c\":"u8.ToArray();
    private static readonly byte[] Humidity = "\"humidity\":"u8.ToArray();
    private static readonly byte[] State = "\"hvac_state\":"u8.ToArray();
    private static readonly byte[] AmbientField = "ambientTemperatureCelsius"u8.ToArray();
    private static readonly byte[] HumidityField = "ambientHumidityPercent"u8.ToArray();
    private static readonly byte[] StateField = "status"u8.ToArray();
    private static readonly byte[] Heating = "\"heating\""u8.ToArray();
    private static readonly byte[] Cooling = "\"cooling\""u8.ToArray();
    private static readonly byte[] Off = "\"off\""u8.ToArray();

    /// <summary>Reads the traits of a message.</summary>
    /// <param name="traits">The object of the traits.</param>
    /// <param name="plain">The trait.</param>
    /// <returns>False when there are several traits, or the trait is of another kind or has an unusual value.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> traits, out SdmPlainTrait plain)
    {
        plain = default;
        var reader = new Utf8JsonReader(traits.Span);
        reader.Read();
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return false;
        var kind = KindOf(ref reader);
        if (kind.Name is null || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        var start = (int)reader.TokenStartIndex;
        ReadOnlyMemory<byte> value = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isField = EscapedText.IsAt(ref reader, kind.Field);
            reader.Read();
            if (isField)
                value = ValueOf(ref reader, traits);
            else
                reader.Skip();
        }

        var json = traits[start..(int)reader.BytesConsumed];
        if (value.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            return false;
        plain = new SdmPlainTrait(kind.Name, json, kind.Member, value);
        return true;
    }

    /// <summary>A name with an escape is unusual, and may be one that the reader throws on.</summary>
    private static (string? Name, byte[] Field, byte[] Member) KindOf(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? (null, [], [])
        : reader.ValueTextEquals(SdmTraits.Temperature) ? (SdmTraits.Temperature, AmbientField, Ambient)
        : reader.ValueTextEquals(SdmTraits.Humidity) ? (SdmTraits.Humidity, HumidityField, Humidity)
        : reader.ValueTextEquals(SdmTraits.ThermostatHvac) ? (SdmTraits.ThermostatHvac, StateField, State)
        : (null, [], []);

    private static ReadOnlyMemory<byte> ValueOf(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
        if (reader.TokenType != JsonTokenType.String)
            reader.Skip();
        else if (EscapedText.IsAt(ref reader, "HEATING"u8))
            return Heating;
        else if (EscapedText.IsAt(ref reader, "COOLING"u8))
            return Cooling;
        else if (EscapedText.IsAt(ref reader, "OFF"u8))
            return Off;
        return default;
    }
}
