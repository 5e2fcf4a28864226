using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Collections;

[JsonConverter(typeof(EquatableMapConverter))]
public readonly partial struct EquatableMap<TValue> : IConvertibleCollection
{
    JsonConverter IConvertibleCollection.CreateConverter() => new Converter();

    private sealed class Converter : JsonConverter<EquatableMap<TValue>>
    {
        public override bool HandleNull => true;

        public override EquatableMap<TValue> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null)
                return default;
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException($"A map must be a JSON object, not {reader.TokenType}.");
            var type = IConvertibleCollection.ItemType<TValue>(options);
            var entries = default(EquatableMapBuilder<TValue>);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString()!;
                reader.Read();
                entries.Add(key, JsonSerializer.Deserialize(ref reader, type)!);
            }

            return entries.ToMap();
        }

        public override void Write(Utf8JsonWriter writer, EquatableMap<TValue> value, JsonSerializerOptions options)
        {
            var type = IConvertibleCollection.ItemType<TValue>(options);
            writer.WriteStartObject();
            foreach (var (key, item) in value)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, item, type);
            }

            writer.WriteEndObject();
        }
    }
}
