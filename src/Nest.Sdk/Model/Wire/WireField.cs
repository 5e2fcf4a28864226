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

    /// <summary>Whether the value is a secret. An unreadable secret is not preserved.</summary>
    public virtual bool IsSecret => false;

    protected JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);

    /// <summary>
    /// Reads the current value of the reader, which is not null, into a record that is not published yet.
    /// </summary>
    public abstract bool TryRead(ref WireReader reader, TRecord record);

    /// <summary>Whether a leaf may be set in this field of a record, checked without reading its value.</summary>
    public abstract bool CanEdit(TRecord record, ref LeafPath leaf);

    /// <summary>Sets a leaf in this field of a record, which is cloned first unless this edit created it.</summary>
    public abstract EditResult TryEdit(ref TRecord record, ref LeafPath leaf, ModelEdit edit, WireType<TRecord> type);

    /// <summary>Makes the field absent in a record that is not published yet.</summary>
    public abstract void Clear(TRecord record);

    public abstract bool IsPresent(TRecord record);

    /// <summary>Writes the name and value of a present field.</summary>
    public abstract void Write(Utf8JsonWriter writer, TRecord record);
}
