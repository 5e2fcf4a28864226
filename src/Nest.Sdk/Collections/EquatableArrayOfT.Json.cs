using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Collections;

[JsonConverter(typeof(EquatableArrayConverter))]
public readonly partial struct EquatableArray<T> : IConvertibleCollection
{
    JsonConverter IConvertibleCollection.CreateConverter() => new Converter();

    private sealed class Converter : JsonConverter<EquatableArray<T>>
    {
        public override bool HandleNull => true;

        public override EquatableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null)
                return default;
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException($"A list must be a JSON array, not {reader.TokenType}.");
            var type = IConvertibleCollection.ItemType<T>(options);
            var items = new List<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(JsonSerializer.Deserialize(ref reader, type)!);
            return items.ToEquatableArray();
        }

        public override void Write(Utf8JsonWriter writer, EquatableArray<T> value, JsonSerializerOptions options)
        {
            var type = IConvertibleCollection.ItemType<T>(options);
            writer.WriteStartArray();
            foreach (var item in value)
                JsonSerializer.Serialize(writer, item, type);
            writer.WriteEndArray();
        }
    }
}
