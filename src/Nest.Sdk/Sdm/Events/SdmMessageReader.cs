using System.Text.Json;
using System.Text.Unicode;
using Nest.Sdk.Json;

namespace Nest.Sdk.Sdm.Events;

/// <summary>Reads messages, once for all clients, without a tree. Unknown members are skipped; of duplicates the last counts.</summary>
internal static class SdmMessageReader
{
    /// <param name="data">The data of the message.</param>
    /// <param name="message">The message.</param>
    /// <returns>What is wrong with it, as a sentence. Null when it was read.</returns>
    public static string? TryRead(ReadOnlyMemory<byte> data, out SdmMessage message)
    {
        message = default;
        var json = ByteOrderMark.Without(data);
        if (!Utf8.IsValid(json.Span))
            return "The data is not UTF-8.";
        try
        {
            message = Read(json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Its message quotes the data.
            return "The data is not a JSON object.";
        }

        return message.IsRelation || message.Device.Length > 0 ? null : "The message names no resource.";
    }

    private static SdmMessage Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        var message = default(SdmMessage);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            message = ReadMember(ref reader, json, message);
        // Throws on anything after the object.
        reader.Read();
        return message;
    }

    private static SdmMessage ReadMember(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, SdmMessage message)
    {
        if (EscapedText.IsAt(ref reader, "eventId"u8))
            return message with { EventId = Text(ref reader, json) };
        if (EscapedText.IsAt(ref reader, "timestamp"u8))
            return message with { Timestamp = Time(ref reader) };
        if (EscapedText.IsAt(ref reader, "userId"u8))
            return message with { UserId = Text(ref reader, json) };
        if (EscapedText.IsAt(ref reader, "eventThreadId"u8))
            return message with { ThreadId = Text(ref reader, json) };
        if (EscapedText.IsAt(ref reader, "eventThreadState"u8))
            return message with { Phase = PhaseOf(Text(ref reader, json).Span) };
        if (EscapedText.IsAt(ref reader, "resourceUpdate"u8))
            return ReadResource(ref reader, json, message);
        if (EscapedText.IsAt(ref reader, "relationUpdate"u8))
            return ReadRelation(ref reader, json, message);
        reader.Read();
        reader.Skip();
        return message;
    }

    private static SdmMessage ReadResource(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, SdmMessage message)
    {
        if (!Enter(ref reader))
            return message;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (EscapedText.IsAt(ref reader, "name"u8))
                message = message with { Device = Text(ref reader, json) };
            else if (EscapedText.IsAt(ref reader, "traits"u8))
                message = message with { Traits = Object(ref reader, json) };
            else if (EscapedText.IsAt(ref reader, "events"u8))
                message = message with { Events = Object(ref reader, json) };
            else
                SkipValue(ref reader);
        }

        return message;
    }

    private static SdmMessage ReadRelation(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, SdmMessage message)
    {
        if (!Enter(ref reader))
            return message;
        message = message with { IsRelation = true };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (EscapedText.IsAt(ref reader, "object"u8))
                message = message with { Object = Text(ref reader, json) };
            else if (EscapedText.IsAt(ref reader, "subject"u8))
                message = message with { Subject = Text(ref reader, json) };
            else
                SkipValue(ref reader);
        }

        return message;
    }

    private static bool Enter(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        reader.Skip();
        return false;
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static ReadOnlyMemory<byte> Text(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        reader.Skip();
        return default;
    }

    private static ReadOnlyMemory<byte> Object(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        return isObject ? json[start..(int)reader.BytesConsumed] : default;
    }

    private static DateTimeOffset? Time(ref Utf8JsonReader reader)
    {
        reader.Read();
        // An escaped one is not Google's, and may be one that the reader throws on.
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && reader.TryGetDateTimeOffset(out var time))
            return time;
        reader.Skip();
        return null;
    }

    private static NestEventPhase PhaseOf(ReadOnlySpan<byte> state) =>
        state.SequenceEqual("STARTED"u8) ? NestEventPhase.Started
        : state.SequenceEqual("UPDATED"u8) ? NestEventPhase.Updated
        : state.SequenceEqual("ENDED"u8) ? NestEventPhase.Ended
        : NestEventPhase.Single;
}
