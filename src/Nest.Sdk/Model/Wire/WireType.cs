using System.Numerics;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Collections;
using Nest.Sdk.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Reads and writes the records of one type by the table of their fields.</summary>
internal sealed partial class WireType<TRecord>
    where TRecord : class
{
    private readonly Func<TRecord> _create;
    private readonly Func<TRecord, TRecord> _clone;
    private readonly Slot<TRecord, EquatableMap<RawJson>> _extensionData;
    private readonly WireField<TRecord>?[] _buckets;

    public WireType(Func<TRecord> create, Func<TRecord, TRecord> clone, Slot<TRecord, EquatableMap<RawJson>> extensionData, WireField<TRecord>[] fields)
    {
        _create = create;
        _clone = clone;
        _extensionData = extensionData;
        Fields = fields;
        _buckets = new WireField<TRecord>?[BitOperations.RoundUpToPowerOf2((uint)fields.Length * 2)];
        foreach (var field in fields)
        {
            var at = NameHash.Of(field.Utf8Name);
            while (_buckets[at & (_buckets.Length - 1)] is not null)
                at++;
            _buckets[at & (_buckets.Length - 1)] = field;
        }
    }

    public IReadOnlyList<WireField<TRecord>> Fields { get; }

    /// <summary>The field with a name without escapes. Null when the type has no such field.</summary>
    public WireField<TRecord>? Find(ReadOnlySpan<byte> utf8Name)
    {
        for (var at = NameHash.Of(utf8Name); _buckets[at & (_buckets.Length - 1)] is { } field; at++)
        {
            if (utf8Name.SequenceEqual(field.Utf8Name))
                return field;
        }

        return null;
    }

    /// <summary>Reads the object at the current token of the reader.</summary>
    public TRecord Read(ref WireReader reader)
    {
        var record = _create();
        var start = reader.Json.TokenStartIndex;
        var rest = default(EquatableMapBuilder<RawJson>);
        Dictionary<string, RawJson>? unreadable = null;
        while (reader.Json.Read() && reader.Json.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.HasWholeText)
                reader.MarkName(start);
            if (FindNamed(ref reader) is { } field)
            {
                reader.Json.Read();
                ReadField(ref reader, record, field, ref unreadable);
            }
            else
            {
                ReadUnknown(ref reader, ref rest);
            }
        }

        foreach (var (name, raw) in unreadable ?? [])
            rest.Add(name, raw);
        if (rest.Count > 0)
            _extensionData(record) = rest.ToMap();
        return record;
    }

    public void Write(Utf8JsonWriter writer, TRecord record)
    {
        writer.WriteStartObject();
        foreach (var field in Fields)
        {
            if (field.IsPresent(record))
                field.Write(writer, record);
        }

        foreach (var (name, raw) in _extensionData(record))
        {
            // A caller may have set a property whose unreadable text is still here. The property wins.
            if (TokenName.Is(name) || (Find(Encoding.UTF8.GetBytes(name)) is { } field && field.IsPresent(record)))
                continue;
            writer.WritePropertyName(SecretMask.Shapes.Apply(name));
            if (SecretMask.IsSecretName(name))
                writer.WriteStringValue(SecretMask.Shapes.Replacement);
            else
                raw.WriteMasked(writer);
        }

        writer.WriteEndObject();
    }

    private WireField<TRecord>? FindNamed(ref WireReader reader) => reader.Json.ValueIsEscaped
        ? Find(Encoding.UTF8.GetBytes(EscapedText.ToWholeText(reader.Json.ValueSpan)))
        : Find(reader.Json.ValueSpan);

    private static void ReadField(ref WireReader reader, TRecord record, WireField<TRecord> field, ref Dictionary<string, RawJson>? unreadable)
    {
        // The last of duplicate members wins, whatever the earlier values were.
        unreadable?.Remove(field.Name);
        if (reader.Json.TokenType == JsonTokenType.Null)
        {
            field.Clear(record);
        }
        else if (!field.TryRead(ref reader, record))
        {
            field.Clear(record);
            reader.MarkUnreadable(field.Expected);
            if (field.IsSecret)
                reader.Json.Skip();
            else
                (unreadable ??= new(StringComparer.Ordinal))[field.Name] = reader.TakeRaw();
        }
    }

    private static void ReadUnknown(ref WireReader reader, ref EquatableMapBuilder<RawJson> rest)
    {
        var name = reader.GetText();
        reader.Json.Read();
        // The document contains the token of the connection, which is never stored in any record.
        if (TokenName.Is(name))
            reader.Json.Skip();
        else
            rest.Add(name, reader.TakeRaw());
    }
}
