using System.Text.Json;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

/// <summary>
/// An array. Items of another kind are omitted and reported as issues. Nulls are omitted without an issue.
/// </summary>
internal sealed class ListCodec<T>(Codec<T> item) : Codec<EquatableArray<T>>
{
    public override string Expected => "an array";

    public override bool MayBegin(byte first) => first == '[';

    public override bool TryRead(ref WireReader reader, out EquatableArray<T> value)
    {
        value = default;
        if (reader.Json.TokenType != JsonTokenType.StartArray)
            return false;
        T[]? items = null;
        var count = 0;
        while (reader.Json.Read() && reader.Json.TokenType != JsonTokenType.EndArray)
        {
            if (reader.Json.TokenType == JsonTokenType.Null)
                continue;
            if (!item.TryRead(ref reader, out var one))
            {
                reader.MarkUnreadable(item.Expected);
                reader.Json.Skip();
                continue;
            }

            if (items is null || count == items.Length)
                Array.Resize(ref items, Math.Max(4, count * 2));
            items[count++] = one;
        }

        if (count > 0)
        {
            Array.Resize(ref items, count);
            value = new(items);
        }

        return true;
    }

    public override bool IsAbsent(EquatableArray<T> value) => value.IsEmpty;

    public override void Write(Utf8JsonWriter writer, EquatableArray<T> value)
    {
        writer.WriteStartArray();
        foreach (var one in value)
            item.Write(writer, one);
        writer.WriteEndArray();
    }
}
