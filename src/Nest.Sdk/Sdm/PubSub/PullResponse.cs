using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Sdm.PubSub;

/// <summary>
/// Reads the response of a pull. Unknown members are skipped. A delivery without an id is skipped: it cannot be
/// acknowledged. See docs/protocol/smart-device-management.md#pull.
/// </summary>
internal static class PullResponse
{
    private const string NoData = "The message has no data.";
    private const string NotBase64 = "The data is not base64.";

    /// <summary>Used again for each response of a thread.</summary>
    [ThreadStatic]
    private static List<Delivery>? _found;

    /// <summary>Reads the messages. Decodes their data within the response, which is changed.</summary>
    /// <exception cref="NestProtocolException">The response is not a JSON object.</exception>
    public static PulledMessage[] Read(Memory<byte> response)
    {
        var json = response[(response.Length - ByteOrderMark.Without(response).Length)..];
        try
        {
            return ReadMessages(json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Not used as the inner exception: its message quotes the response.
        }

        throw new NestProtocolException("The response of Pub/Sub to a pull is not JSON of the expected shape.");
    }

    private static PulledMessage[] ReadMessages(Memory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        // Data is decoded after the whole response was read: it is valid JSON only until then.
        var found = _found ??= [];
        found.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMessages = reader.ValueTextEquals("receivedMessages"u8);
            reader.Read();
            if (isMessages && reader.TokenType == JsonTokenType.StartArray)
                ReadList(ref reader, found);
            else
                reader.Skip();
        }

        // To the end, because a response that was cut must not pass as an empty one.
        while (reader.Read())
        {
        }

        var messages = new PulledMessage[found.Count];
        for (var i = 0; i < messages.Length; i++)
            messages[i] = Decode(json, found[i]);
        return messages;
    }

    private static void ReadList(ref Utf8JsonReader reader, List<Delivery> found)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var delivery = default(Delivery);
            if (reader.TokenType == JsonTokenType.StartObject)
                ReadDelivery(ref reader, ref delivery);
            else
                reader.Skip();
            if (delivery.AckId.Length > 0)
                found.Add(delivery);
        }
    }

    private static void ReadDelivery(ref Utf8JsonReader reader, ref Delivery delivery)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAckId = reader.ValueTextEquals("ackId"u8);
            var isMessage = reader.ValueTextEquals("message"u8);
            reader.Read();
            if (isAckId)
                delivery.AckId = Text(ref reader);
            else if (isMessage && reader.TokenType == JsonTokenType.StartObject)
                ReadMessage(ref reader, ref delivery);
            else
                reader.Skip();
        }
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ref Delivery delivery)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.ValueTextEquals("data"u8);
            var isId = reader.ValueTextEquals("messageId"u8);
            var isTime = reader.ValueTextEquals("publishTime"u8);
            reader.Read();
            if (isData)
                (delivery.Data, delivery.IsDataEscaped) = (Text(ref reader), reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped);
            else if (isId)
                delivery.MessageId = Text(ref reader);
            else if (isTime && reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time))
                delivery.PublishedAt = time.UtcDateTime;
            else
                reader.Skip();
        }
    }

    /// <summary>The range of the text of a string. Empty for another value, which is skipped.</summary>
    private static TextRange Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new TextRange((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        reader.Skip();
        return default;
    }

    private static PulledMessage Decode(Memory<byte> json, in Delivery delivery)
    {
        var data = json.Slice(delivery.Data.Start, delivery.Data.Length);
        var flaw = delivery.Data.Length == 0 ? NoData : null;
        if (flaw is null && delivery.IsDataEscaped)
            data = data[..EscapedText.Decode(data.Span.ToArray(), data.Span)];
        var length = 0;
        if (flaw is null && (Base64.DecodeFromUtf8InPlace(data.Span, out length) != OperationStatus.Done || length == 0))
            flaw = NotBase64;
        return new PulledMessage(json, delivery.AckId, delivery.MessageId, flaw is null ? delivery.Data with { Length = length } : default, delivery.PublishedAt, flaw);
    }

    private struct Delivery
    {
        public TextRange AckId;
        public TextRange MessageId;
        public TextRange Data;
        public bool IsDataEscaped;
        public DateTime PublishedAt;
    }
}
