using System.Text.Json;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model.Wire;

/// <summary>
/// An object with ids as names. Entries of another kind are omitted and reported as issues. A null is a removed entry
/// and is omitted without an issue. See docs/protocol/works-with-nest.md#what-a-put-contains.
/// </summary>
internal sealed partial class MapCodec<T>(Codec<T> item) : Codec<EquatableMap<T>>
{
    public override string Expected => "an object";

    public override bool MayBegin(byte first) => first == '{';

    public override bool TryRead(ref WireReader reader, out EquatableMap<T> value)
    {
        value = default;
        if (reader.Json.TokenType != JsonTokenType.StartObject)
            return false;
        var start = reader.Json.TokenStartIndex;
        var entries = default(EquatableMapBuilder<T>);
        HashSet<string>? gone = null;
        while (reader.Json.Read() && reader.Json.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.HasWholeText)
                reader.MarkName(start);
            var key = reader.GetText();
            reader.Json.Read();
            if (TryReadEntry(ref reader, key, ref entries))
                gone?.Remove(key);
            else
                (gone ??= new(StringComparer.Ordinal)).Add(key);
        }

        if (gone is not null)
            entries.Remove(gone);
        value = entries.ToMap();
        return true;
    }

    public override bool IsAbsent(EquatableMap<T> value) => value.IsEmpty;

    public override void Write(Utf8JsonWriter writer, EquatableMap<T> value)
    {
        writer.WriteStartObject();
        foreach (var (key, one) in value)
        {
            writer.WritePropertyName(key);
            item.Write(writer, one);
        }

        writer.WriteEndObject();
    }

    private bool TryReadEntry(ref WireReader reader, string key, ref EquatableMapBuilder<T> entries)
    {
        if (reader.Json.TokenType == JsonTokenType.Null)
            return false;
        if (item.TryRead(ref reader, out var one))
        {
            entries.Add(key, one);
            return true;
        }

        reader.MarkUnreadable(item.Expected);
        reader.Json.Skip();
        return false;
    }
}
