using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Reads and writes the values of one kind of field.</summary>
internal abstract class Codec<TValue>
{
    /// <summary>The expected value on the wire, for <see cref="ReadIssue.Expected"/>.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether the value is a secret. An unreadable secret is not preserved.</summary>
    public virtual bool IsSecret => false;

    /// <summary>The value of a missing member.</summary>
    public virtual TValue Absent => default!;

    /// <summary>Reads the current value of the reader, which is never null, and ends on its last token.</summary>
    /// <returns>False when the value has another kind. The reader does not move then.</returns>
    public abstract bool TryRead(ref WireReader reader, out TValue value);

    /// <summary>Whether a value with this first byte may be of this kind. Most kinds are not containers.</summary>
    public virtual bool MayBegin(byte first) => first is not ((byte)'{' or (byte)'[');

    /// <summary>
    /// Whether a leaf inside a value may be set, checked without reading the leaf. Most kinds have no leaves inside.
    /// </summary>
    public virtual bool CanEdit(TValue value, ref LeafPath leaf) => false;

    /// <summary>Sets a leaf inside a value. Most kinds have no leaves inside.</summary>
    public virtual EditResult TryEdit(ref TValue value, ref LeafPath leaf, ModelEdit edit) => EditResult.Impossible;

    public abstract void Write(Utf8JsonWriter writer, TValue value);

    public virtual bool IsAbsent(TValue value) => EqualityComparer<TValue>.Default.Equals(value, Absent);
}
