using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Reads and writes the values of one kind of field.</summary>
internal abstract class Codec<TValue>
{
    /// <summary>What the wire should hold, for <see cref="ReadIssue.Expected"/>.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether the wire holds a secret: then what cannot be read is not kept either.</summary>
    public virtual bool IsSecret => false;

    /// <summary>The value of a missing member.</summary>
    public virtual TValue Absent => default!;

    /// <summary>Reads the value under the reader, which is never null, and ends on its last token.</summary>
    /// <returns>False when it is of another kind; the reader has not moved then.</returns>
    public abstract bool TryRead(ref WireReader reader, out TValue value);

    /// <summary>Whether a value that begins so may be of this kind; most kinds are no containers.</summary>
    public virtual bool MayBegin(byte first) => first is not ((byte)'{' or (byte)'[');

    /// <summary>Whether a leaf inside a value can be set, as far as that can be told without reading it; most kinds have nothing inside.</summary>
    public virtual bool CanEdit(TValue value, ref LeafPath leaf) => false;

    /// <summary>Sets a leaf inside a value; most kinds have nothing inside.</summary>
    public virtual EditResult TryEdit(ref TValue value, ref LeafPath leaf, ModelEdit edit) => EditResult.Impossible;

    public abstract void Write(Utf8JsonWriter writer, TValue value);

    public virtual bool IsAbsent(TValue value) => EqualityComparer<TValue>.Default.Equals(value, Absent);
}
