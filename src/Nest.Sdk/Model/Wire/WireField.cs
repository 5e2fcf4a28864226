using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>One member of a record on the wire.</summary>
internal abstract class WireField<TRecord>(string name)
    where TRecord : class
{
    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public abstract string Expected { get; }

    /// <summary>Whether the wire holds a secret here: then what cannot be read is not kept either.</summary>
    public virtual bool IsSecret => false;

    protected JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);

    /// <summary>Reads the value under the reader, which is not null, into a record that has not been handed out yet.</summary>
    public abstract bool TryRead(ref WireReader reader, TRecord record);

    /// <summary>Whether a leaf can be set in this field of a record, as far as that can be told without reading its value.</summary>
    public abstract bool CanEdit(TRecord record, ref LeafPath leaf);

    /// <summary>Sets a leaf in this field of a record, which is cloned first unless this edit made it.</summary>
    public abstract EditResult TryEdit(ref TRecord record, ref LeafPath leaf, ModelEdit edit, WireType<TRecord> type);

    /// <summary>Makes the field absent in a record that has not been handed out yet.</summary>
    public abstract void Clear(TRecord record);

    public abstract bool IsPresent(TRecord record);

    /// <summary>Writes name and value of a field that is present.</summary>
    public abstract void Write(Utf8JsonWriter writer, TRecord record);
}
